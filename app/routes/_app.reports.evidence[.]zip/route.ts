import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { evidenceQuery } from "~/features/reports/evidence.form";
import { isCriterion } from "~/features/reports/evidence.model";
import { makeEvidencePack } from "~/features/reports/evidence-pack.server";
import { queryOf, resolveAsked } from "~/features/reports/period.server";
import { download } from "~/http/file.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { paths } from "~/paths";

/** The proofs of the criteria ticked; back to the page where none is. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.evidence")) throw forbidden();
  const query = parseQuery(asked.request, evidenceQuery);
  const codes = new URL(asked.request.url).searchParams.getAll("criterion").filter(isCriterion);
  const period = await answering(() => resolveAsked(actor, query, "report.evidence"));
  if (codes.length === 0) return redirect(paths.reportPage("evidence", { ...queryOf(period), missing: "criterion" }));
  const { name, body } = await answering(() => makeEvidencePack(actor, period, { codes, isClear: query.clear === "on" }));
  return download(body, { name, type: "application/zip" });
}
