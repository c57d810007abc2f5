import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { BlockLinks } from "~/features/dashboards/components/block-links";
import { CoverageSection } from "~/features/dashboards/components/coverage-section";
import { FigureList } from "~/features/dashboards/components/figure-list";
import { FilterBar } from "~/features/dashboards/components/filter-bar";
import { HoursSection } from "~/features/dashboards/components/hours-section";
import { MeetSection } from "~/features/dashboards/components/meet-section";
import { MonthSection } from "~/features/dashboards/components/month-section";
import { OfficeTable } from "~/features/dashboards/components/office-table";
import { QuoteList } from "~/features/dashboards/components/quote-list";
import { TopicChart } from "~/features/dashboards/components/topic-chart";
import { describeDashboard } from "~/features/dashboards/describe.server";
import { describeFilterBar } from "~/features/dashboards/describe-filters.server";
import { describeToMeet } from "~/features/dashboards/describe-to-meet.server";
import { dashboardQuery } from "~/features/dashboards/form";
import { readDashboard, resolveDashboard } from "~/features/dashboards/queries.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Tableau de bord · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.view")) throw forbidden();
  const query = parseQuery(asked.request, dashboardQuery);
  return answering(() => {
    const resolved = resolveDashboard(actor, query);
    const data = readDashboard(actor, resolved);
    return json({
      ...describeDashboard(actor, resolved, data),
      meet: describeToMeet(actor, resolved, query),
      filters: describeFilterBar(actor, { asked: resolved, query }, data),
      query,
      permissions: { export: canSomewhere(actor, "dashboard.export"), goals: resolved.isDetailed },
      texts: textsOf(actor.locale, "dashboard"),
    });
  });
}

const anchors = ["reach", "sessions", "hours", "plans", "workshops", "coverage", "presence"] as const;

export default function Dashboard() {
  const page = useLoaderData<typeof loader>();
  const { topics, query } = page;
  const t = page.texts.dashboard;
  const exports = page.permissions.export ? (
    <>
      {page.permissions.goals ? (
        <a href={paths.goals()} className="button print:hidden">
          {t.goals}
        </a>
      ) : null}
      <a href={paths.dashboardExport("xlsx", query)} className="button print:hidden">
        {`${t.export.label} ${t.export.xlsx}`}
      </a>
      <a href={paths.dashboardExport("csv", query)} className="button print:hidden">
        {t.export.csv}
      </a>
    </>
  ) : undefined;
  return (
    <div className="dashboard">
      <PageTitle title={t.title} context={`${page.period}, ${page.comparedWith}`} action={exports} />
      <FilterBar filters={page.filters} />
      {page.filters.filteredBy ? <p className="mb-4 text-s text-muted">{page.filters.filteredBy}</p> : null}
      <p className="lead mb-8 text-xl leading-snug font-semibold text-balance">{page.sentence}</p>
      <BlockLinks blocks={anchors.map((id) => ({ id, title: t.blocks[id] }))} />
      {page.isEmpty ? (
        <div className="mb-10">
          <Empty text={page.filters.reset ? t.emptyPeriod : t.empty} />
        </div>
      ) : null}
      <div className="blocks grid gap-10">
        <FigureList id="reach" title={t.blocks.reach} {...page.reach} />
        <FigureList id="sessions" title={t.blocks.sessions} {...page.sessions} />
        {page.isEmpty ? null : <MonthSection months={page.months} />}
        <HoursSection hours={page.hours} />
        <FigureList id="cost" title={t.blocks.cost} {...page.cost} />
        <FigureList id="plans" title={t.blocks.plans} {...page.plans} />
        <FigureList id="workshops" title={t.blocks.workshops} {...page.workshops}>
          <QuoteList quotes={page.quotes} />
        </FigureList>
        {page.isEmpty ? null : (
          <section className="dashboard-block">
            <h2 className="mb-3 text-l">{t.blocks.topics}</h2>
            <div className="grid gap-8 lg:grid-cols-2 print:grid-cols-2">
              <TopicChart title={t.byTheme} head={t.columns.theme} rows={topics.themes} />
              <div className="grid content-start gap-8">
                <TopicChart title={t.byChannel} head={t.columns.channel} rows={topics.channels} />
                <TopicChart title={t.byKind} head={t.columns.kind} rows={topics.kinds} />
              </div>
            </div>
          </section>
        )}
        <CoverageSection coverage={page.coverage} />
        <MeetSection meet={page.meet} />
        <FigureList id="presence" isOnScreen title={t.blocks.presence} {...page.presence} />
        <OfficeTable offices={page.offices} query={query} />
      </div>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
