import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { exportDashboardCsv } from "~/features/dashboards/export.server";
import { dashboardQuery } from "~/features/dashboards/form";
import { networkInstead } from "~/features/dashboards/many-offices.server";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.export")) throw forbidden();
  const query = parseQuery(asked.request, dashboardQuery);
  if (networkInstead(actor, query)) throw redirect(paths.networkExport("csv"));
  const name = `${translator(actor.locale)("dashboard:file.name")}.csv`;
  return answering(async () => download(await exportDashboardCsv(actor, query), { name, type: "text/csv" }));
}
