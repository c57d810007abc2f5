import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { networkQuery } from "~/features/dashboards/form";
import { resolveNetwork } from "~/features/dashboards/network.queries.server";
import { readNetworkVersion } from "~/features/dashboards/version.queries.server";
import { unchangedOr } from "~/http/etag.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";

/** Whether a network's year moved since a page was read: 304 with nothing in it as long as it did not. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "network.view")) throw forbidden();
  const query = parseQuery(asked.request, networkQuery);
  return answering(() => unchangedOr(asked.request, readNetworkVersion(resolveNetwork(actor, query))));
}
