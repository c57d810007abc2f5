import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { exportNetworkCsv } from "~/features/dashboards/export-network.server";
import { networkQuery } from "~/features/dashboards/form";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { translator } from "~/i18n/translate";

/** A network's year as a file, with what is too small to be told left out. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "network.view")) throw forbidden();
  const query = parseQuery(asked.request, networkQuery);
  const name = `${translator(actor.locale)("network:file")}.csv`;
  return answering(async () => download(await exportNetworkCsv(actor, query), { name, type: "text/csv" }));
}
