import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { makeCommuneArchive } from "~/features/reports/commune-files.server";
import { periodQuery } from "~/features/reports/period.form";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";

/** The sheets of all the office's communes. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.view")) throw forbidden();
  const query = parseQuery(asked.request, periodQuery);
  const { name, body } = await answering(() => makeCommuneArchive(actor, query));
  return download(body, { name, type: "application/zip" });
}
