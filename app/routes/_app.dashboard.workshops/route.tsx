import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { FigureRows } from "~/features/dashboards/components/figure-rows";
import { describeWorkshopRows } from "~/features/dashboards/describe-rows.server";
import { workshopRowsQuery } from "~/features/dashboards/form";
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
  const { set = "held", ...query } = parseQuery(asked.request, workshopRowsQuery);
  return answering(() => {
    const resolved = resolveDashboard(actor, query);
    const { after: _, ...back } = query;
    return json({
      ...describeWorkshopRows(actor, resolved, { ...query, set }),
      back: paths.dashboard(back),
      texts: textsOf(actor.locale, "dashboard"),
    });
  });
}

export default function DashboardWorkshops() {
  const page = useLoaderData<typeof loader>();
  const { columns } = page.texts.dashboard;
  const heads = [columns.workshop, columns.day, columns.registered, columns.seats, columns.participants, columns.waiting];
  return <FigureRows page={page} columns={heads} back={page.back} />;
}

export const ErrorBoundary = ErrorPage;
