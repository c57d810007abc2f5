import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { documentFormats, makeDocument } from "~/features/reports/documents.server";
import { download } from "~/http/file.server";
import { answering, notFound } from "~/http/responses.server";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const format = documentFormats.find((known) => known === asked.params.format);
  if (!format) throw notFound();
  const { name, bytes } = await answering(() => makeDocument(actor, asked.params.reportId ?? "", format));
  return download(bytes, { name, type: format === "pdf" || format === "slides" ? "application/pdf" : format });
}
