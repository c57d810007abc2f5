import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { FigureRows } from "~/features/dashboards/components/figure-rows";
import { describeProviderRows } from "~/features/dashboards/describe-rows.server";
import { providerRowsQuery } from "~/features/dashboards/form";
import { resolveDashboard } from "~/features/dashboards/queries.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.dashboard.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.detail")) throw forbidden();
  const { reach = "reached", ...query } = parseQuery(asked.request, providerRowsQuery);
  return answering(() => {
    const resolved = resolveDashboard(actor, query);
    const { after: _, ...back } = query;
    return json({
      ...describeProviderRows(actor, resolved, { ...query, reach }),
      back: paths.dashboard(back),
      texts: textsOf(actor.locale, "dashboard"),
    });
  });
}

export default function DashboardProviders() {
  const page = useLoaderData<typeof loader>();
  const { columns } = page.texts.dashboard;
  const heads = [columns.provider, columns.kind, columns.commune, columns.sessions, columns.supports, columns.lastSeen];
  return <FigureRows page={page} columns={heads} back={page.back} />;
}

export const ErrorBoundary = ErrorPage;
