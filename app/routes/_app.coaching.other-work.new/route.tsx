import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { OtherWorkForm } from "~/features/coaching/components/other-work-form";
import { logOtherWork } from "~/features/coaching/other-work.commands.server";
import { otherWorkSchema } from "~/features/coaching/other-work.form";
import { getWorkplace } from "~/features/organisations/queries.server";
import { errorText, parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { ConflictError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coachingLog.other.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "coaching.log"));
  const values = { id: newId(), ownerId: office.id, heldOn: dayIn(office.zone, now()) };
  return json({ values, office: office.name, texts: textsOf(actor.locale, "coaching", "coachingLog") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const form = parseFields(fields, otherWorkSchema, actor.locale);
  const workplace = await answering(() => getWorkplace(actor, "coaching.log", String(fields.get("ownerId"))));
  const office = workplace.name;
  if (!form.isValid) return invalid({ ...form.reply, office });
  try {
    logOtherWork(actor, authorize(actor, "coaching.log", { ...workplace, ownerId: workplace.id }), form.value);
    return redirectWithToast(paths.coaching(), { text: translator(actor.locale)("coachingLog:other.saved"), tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const errors = { "": [errorText(actor.locale, "sentAlready")] };
      return conflict({ errors, values: { ...form.reply.values, id: newId() }, office });
    }
    return invalid({ ...ruleReply(error, form.reply, actor.locale), office });
  }
}

export default function NewOtherWork() {
  const { values, office, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const typed = Object.fromEntries(Object.entries(reply?.values ?? {}).map(([name, value]) => [name, String(value)]));
  const t = texts.coachingLog.other;
  return (
    <>
      <PageTitle title={t.new} context={reply?.office ?? office} />
      <p className="mb-4 max-w-prose text-muted">{t.intro}</p>
      <OtherWorkForm key={reply ? "again" : "first"} values={reply ? typed : values} errors={reply?.errors ?? {}} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
