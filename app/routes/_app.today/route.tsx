import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { sessionLine } from "~/features/coaching/lines";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { listIncompleteSessions } from "~/features/coaching/week.queries.server";
import { DeskPage } from "~/features/dashboards/components/desk-page";
import { TodayPage } from "~/features/dashboards/components/today-page";
import { describeDesk } from "~/features/dashboards/desk.server";
import { describeToday } from "~/features/dashboards/today.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { messageSchema } from "~/features/providers/message-form";
import { leaveMessage } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.today.title);

/** The week of whoever logs sessions; a search for the rest of the office. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const at = now();
  const day = dayAt(actor.currentOrganisationId ?? "", at);
  const texts = textsOf(actor.locale, "today", "coaching");
  const base = { day: formatDay(actor.locale, day, "spoken"), texts };
  if (canSomewhere(actor, "coaching.log")) {
    const { rows: recent } = listCoachingSessions(actor, { facilitator: actor.userId }, 5);
    const sessions = {
      toComplete: listIncompleteSessions(actor).map((row) => sessionLine(actor.locale, row)),
      recent: recent.map((row) => sessionLine(actor.locale, row)),
    };
    return json({ ...base, week: { ...describeToday(actor, day, at), ...sessions }, desk: null });
  }
  if (!canSomewhere(actor, "provider.find")) throw redirect(paths.home());
  const q = new URL(asked.request.url).searchParams.get("q") ?? "";
  return json({ ...base, week: null, desk: describeDesk(actor, q.slice(0, 100), day) });
}

/** A colleague's word for the referent of a provider. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const parsed = await parseForm(asked.request, messageSchema, actor.locale);
  if (!parsed.isValid) {
    const { values, errors } = parsed.reply;
    const error = Object.values(errors).flat()[0] ?? "";
    return invalid({ providerId: String(values.providerId ?? ""), text: String(values.text ?? ""), error });
  }
  const provider = await answering(() => getProviderForDesk(actor, parsed.value.providerId, "provider.find"));
  await answering(() => leaveMessage(actor, authorize(actor, "message.leave", provider), parsed.value));
  return redirectWithToast(paths.today(), { text: translator(actor.locale)("today:desk.sent"), tone: "ok" });
}

export default function Today() {
  const { day, week, desk, texts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = texts.today;
  if (desk) {
    return (
      <>
        <PageTitle title={t.desk.title} context={t.desk.intro} />
        <DeskPage data={{ ...desk, refused }} />
      </>
    );
  }
  const create = (
    <Link to={paths.newCoaching()} className="button button-main">
      {texts.coaching.new}
    </Link>
  );
  return (
    <>
      <PageTitle title={t.title} context={day} action={create} />
      {week ? <TodayPage data={week} create={create} /> : null}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
