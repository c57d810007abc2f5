import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { agendaQuery, describeAgenda } from "~/features/agenda/agenda-page.server";
import { AgendaFilters } from "~/features/agenda/components/agenda-filters";
import { AgendaList } from "~/features/agenda/components/agenda-list";
import { AgendaView } from "~/features/agenda/components/agenda-view";
import { ToLog } from "~/features/agenda/components/to-log";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => describeAgenda(actor, parseQuery(asked.request, agendaQuery)));
  return json({ page, locale: actor.locale, texts: textsOf(actor.locale, "agenda") });
}

export default function Agenda() {
  const { page, locale, texts } = useLoaderData<typeof loader>();
  const t = texts.agenda;
  const { permissions, grid } = page;
  const create = (
    <>
      {permissions.plan ? (
        <a href={paths.newPreparation()} className="button">
          {t.links.preparation}
        </a>
      ) : null}
      <a href={paths.newAppointment()} className="button button-main">
        {t.newAppointment}
      </a>
    </>
  );
  return (
    <>
      <PageTitle title={t.title} context={<span className="first-letter:uppercase">{page.context}</span>} action={create} />
      <ToLog lines={page.toLog} />
      <AgendaFilters view={page.view} day={page.day} who={page.who} choices={page.choices} links={page.links} />
      {page.notes.length > 0 ? <p className="mb-4 text-s text-warn">{page.notes.join(" · ")}</p> : null}
      {grid ? <AgendaView grid={grid} locale={locale} /> : null}
      <div className={grid ? "noscript-only" : ""}>
        {page.days.length > 0 ? <AgendaList days={page.days} isTeam={page.isTeam} /> : <Empty text={t.empty} />}
      </div>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-1">
        <a href={paths.slots()} className="inline-flex min-h-11 items-center">
          {t.links.slots}
        </a>
        {permissions.workload ? (
          <a href={paths.workload()} className="inline-flex min-h-11 items-center">
            {t.links.workload}
          </a>
        ) : null}
        <a href={paths.calendarFeeds()} className="inline-flex min-h-11 items-center">
          {t.links.feeds}
        </a>
      </p>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
