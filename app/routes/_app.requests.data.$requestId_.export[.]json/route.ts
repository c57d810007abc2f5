import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportProvider } from "~/features/own-data/export.queries.server";
import { getRequest } from "~/features/own-data/requests.queries.server";
import { jsonFile } from "~/http/file.server";
import { answering } from "~/http/responses.server";
import { now } from "~/lib/clock";

/** What an access request would hand over, private notes included: for the office's review. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const request = await answering(() => getRequest(actor, asked.params.requestId ?? ""));
  const data = await answering(() => exportProvider(actor, request.providerId, { reviewedAt: now() }));
  return jsonFile(data, "donnees-a-relire.json");
}
