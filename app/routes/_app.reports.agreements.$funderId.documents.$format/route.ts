import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { agreementFormats, makeAgreementDocument } from "~/features/reports/agreement-documents.server";
import { download } from "~/http/file.server";
import { answering, notFound } from "~/http/responses.server";

const types = { pdf: "application/pdf", csv: "text/csv", xlsx: "xlsx" } as const;

/** An agreement's report, or its rows. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const format = agreementFormats.find((known) => known === asked.params.format);
  if (!format) throw notFound();
  const { name, body } = await answering(() => makeAgreementDocument(actor, asked.params.funderId ?? "", format));
  return download(body, { name, type: types[format] });
}
