import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ChartActs } from "~/features/dashboards/components/chart-frame";
import { FigureNews } from "~/features/dashboards/components/figure-news";
import { MinePage } from "~/features/dashboards/components/mine-page";
import { describeMine } from "~/features/dashboards/describe-mine.server";
import { mineQuery } from "~/features/dashboards/form";
import { readFigureVersion } from "~/features/dashboards/version.queries.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.mine.title);

/** Of whoever logs sessions: her own week and figures. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "coaching.log")) throw forbidden();
  const query = parseQuery(asked.request, mineQuery);
  // Read before the figures: what moves meanwhile is seen at the next look.
  const version = readFigureVersion(actor, undefined);
  return answering(() =>
    json({
      version,
      ...describeMine(actor, query),
      name: actor.name,
      texts: textsOf(actor.locale, "mine", "dashboard", "series", "goals"),
    }),
  );
}

export default function Mine() {
  const page = useLoaderData<typeof loader>();
  const { export: words } = page.texts.dashboard;
  const action = (
    <a href={page.file} className="button">
      {words.label} {words.xlsx}
    </a>
  );
  return (
    <div className="printed">
      <PageTitle title={page.texts.mine.title} context={page.name} action={action} />
      <MinePage page={page} />
      <FigureNews version={page.version} address={paths.dashboardVersion()} />
      <ChartActs />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
