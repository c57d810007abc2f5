import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { writeSheet } from "~/features/workshops/documents.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const body = await answering(() => writeSheet(actor, asked.params.workshopId ?? ""));
  return download(body, { name: "emargement.pdf", type: "application/pdf" });
}
