import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { documentFormats, makeDocument } from "~/features/reports/documents.server";
import { documentQuery } from "~/features/reports/form";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, notFound } from "~/http/responses.server";

/** A report as a document, for outside the office unless its address says otherwise. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const format = documentFormats.find((known) => known === asked.params.format);
  if (!format) throw notFound();
  const { audience } = parseQuery(asked.request, documentQuery);
  const { name, bytes } = await answering(() => makeDocument(actor, asked.params.reportId ?? "", { format, audience }));
  return download(bytes, { name, type: format === "pdf" || format === "slides" ? "application/pdf" : format });
}
