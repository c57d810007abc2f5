import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { dashboardQuery } from "~/features/dashboards/form";
import { readFigureVersion } from "~/features/dashboards/version.queries.server";
import { unchangedOr } from "~/http/etag.server";
import { parseQuery } from "~/http/query.server";
import { forbidden } from "~/http/responses.server";

/** Whether figures moved since a page was read: 304 with nothing in it as long as they did not. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.view")) throw forbidden();
  const { office } = parseQuery(asked.request, dashboardQuery);
  return unchangedOr(asked.request, readFigureVersion(actor, office));
}
