import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { writeCertificates } from "~/features/workshops/documents.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const body = await answering(() => writeCertificates(actor, asked.params.workshopId ?? ""));
  return download(body, { name: "attestations.pdf", type: "application/pdf" });
}
