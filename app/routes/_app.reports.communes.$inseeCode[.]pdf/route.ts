import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { makeCommuneSheet } from "~/features/reports/commune-files.server";
import { periodQuery } from "~/features/reports/period.form";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";

/** One commune's A4. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.view")) throw forbidden();
  const query = parseQuery(asked.request, periodQuery);
  const { name, bytes } = await answering(() => makeCommuneSheet(actor, query, asked.params.inseeCode ?? ""));
  return download(bytes, { name, type: "application/pdf" });
}
