import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ChartActs } from "~/features/dashboards/components/chart-frame";
import { DashboardActions } from "~/features/dashboards/components/dashboard-actions";
import { DashboardBlocks } from "~/features/dashboards/components/dashboard-blocks";
import { FigureNews } from "~/features/dashboards/components/figure-news";
import { FilterBar } from "~/features/dashboards/components/filter-bar";
import { GoalWarnings } from "~/features/dashboards/components/goal-warnings";
import { describeDashboard } from "~/features/dashboards/describe.server";
import { describeFilterBar } from "~/features/dashboards/describe-filters.server";
import { describeGoalsUnderWay } from "~/features/dashboards/describe-goals.server";
import { describeToMeet } from "~/features/dashboards/describe-to-meet.server";
import { dashboardQuery } from "~/features/dashboards/form";
import { describeOpenWarnings } from "~/features/dashboards/goal-page.server";
import { networkInstead } from "~/features/dashboards/many-offices.server";
import { readDashboard, resolveDashboard } from "~/features/dashboards/queries.server";
import { readFigureVersion } from "~/features/dashboards/version.queries.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.dashboard.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.view")) throw forbidden();
  const query = parseQuery(asked.request, dashboardQuery);
  const elsewhere = networkInstead(actor, query);
  if (elsewhere) throw redirect(elsewhere);
  // Read before the figures: what moves meanwhile is seen at the next look.
  const version = readFigureVersion(actor, query.office);
  return answering(() => {
    const resolved = resolveDashboard(actor, query);
    const data = readDashboard(actor, resolved);
    return json({
      ...describeDashboard(actor, resolved, data),
      warnings: resolved.isDetailed
        ? describeOpenWarnings(
            actor,
            resolved.viewed.map(({ id }) => id),
          )
        : [],
      goals: describeGoalsUnderWay(actor, resolved),
      meet: describeToMeet(actor, resolved, query),
      filters: describeFilterBar(actor, { asked: resolved, query }, data),
      query,
      version,
      permissions: {
        mine: canSomewhere(actor, "coaching.log"),
        export: canSomewhere(actor, "dashboard.export"),
        goals: resolved.isDetailed,
        views: canSomewhere(actor, "view.keep"),
      },
      texts: textsOf(actor.locale, "dashboard", "series"),
    });
  });
}

export default function Dashboard() {
  const page = useLoaderData<typeof loader>();
  const { query } = page;
  const t = page.texts.dashboard;
  const actions = page.permissions.export ? <DashboardActions permissions={page.permissions} query={query} /> : undefined;
  return (
    <div className="dashboard">
      <PageTitle title={t.title} context={`${page.period}, ${page.comparedWith}`} action={actions} />
      <FilterBar filters={page.filters} />
      {page.filters.filteredBy ? <p className="mb-4 text-s text-muted">{page.filters.filteredBy}</p> : null}
      <p className="lead mb-8 text-xl leading-snug font-semibold text-balance">{page.sentence}</p>
      <GoalWarnings warnings={page.warnings} />
      {page.isEmpty ? (
        <div className="mb-10">
          <Empty text={page.filters.reset ? t.emptyPeriod : t.empty} />
        </div>
      ) : null}
      <DashboardBlocks page={page} query={query} />
      <FigureNews version={page.version} address={paths.dashboardVersion({ office: query.office })} />
      <ChartActs />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
