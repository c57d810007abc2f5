import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportProvider } from "~/features/own-data/export.queries.server";
import { findReviewedAt } from "~/features/own-data/requests.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { jsonFile } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** One's own data as one file; the notes of the office once it has reviewed them. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const reviewedAt = findReviewedAt(actor, provider.id);
  const data = await answering(() => exportProvider(actor, provider.id, { reviewedAt }));
  return jsonFile(data, "mes-donnees.json");
}
