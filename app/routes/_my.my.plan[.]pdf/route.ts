import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { makePlanPdf } from "~/features/action-plans/plan-pdf.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** One's own plan on paper. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const { name, bytes } = await answering(() => makePlanPdf(actor, provider.id));
  return download(bytes, { name, type: "application/pdf" });
}
