import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { makePlanPdf } from "~/features/action-plans/plan-pdf.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The plan on paper, for who follows the provider. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { name, bytes } = await answering(() => makePlanPdf(actor, asked.params.providerId ?? ""));
  return download(bytes, { name, type: "application/pdf" });
}
