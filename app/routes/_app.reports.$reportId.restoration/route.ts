import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteReport } from "~/features/reports/commands.server";
import { getDeletedReport } from "~/features/reports/queries.server";
import { answering } from "~/http/responses.server";
import { paths } from "~/paths";

/** Brings a report back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const report = await answering(() => authorize(actor, "report.finish", getDeletedReport(actor, asked.params.reportId ?? "")));
  deleteReport(actor, report, { isBack: true });
  return redirect(paths.activityReports());
}
