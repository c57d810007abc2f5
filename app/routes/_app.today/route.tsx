import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { SessionTable } from "~/features/coaching/components/session-table";
import { sessionLine } from "~/features/coaching/lines";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { formatDay } from "~/i18n/format";
import { textsOf } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Aujourd’hui · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const recent = listCoachingSessions(actor, { facilitator: actor.userId }).rows.slice(0, 8);
  return json({
    day: formatDay(actor.locale, dayIn("Europe/Paris", now()), "spoken"),
    recent: recent.map((row) => sessionLine(actor.locale, row)),
    permissions: { log: canSomewhere(actor, "coaching.log") },
    texts: textsOf(actor.locale, "today", "coaching"),
  });
}

export default function Today() {
  const { day, recent, permissions, texts } = useLoaderData<typeof loader>();
  const t = texts.today;
  const create = permissions.log ? (
    <Link to={paths.newCoaching()} className="button button-main">
      {texts.coaching.new}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} context={day} action={create} />
      <h2 className="mb-3 text-l">{t.recent}</h2>
      {recent.length === 0 ? <Empty text={t.empty} action={create} /> : <SessionTable rows={recent} />}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
