import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { finishReport, makeReport } from "~/features/reports/commands.server";
import type { NewReportInput } from "~/features/reports/form";
import { getReport } from "~/features/reports/queries.server";
import { newId } from "~/lib/ids";

type Office = { id: string; ownerId: string; zone: string; name: string };

/** A draft of last year's report, by the product's own command; returns its id. */
export function makeActivityReport(actor: Actor, office: Office, given: Partial<NewReportInput> = {}): string {
  const own = authorize(actor, "report.make", { ...office, seasonWeeks: [] });
  return makeReport(actor, own, { id: newId(), period: "year", startsOn: undefined, endsOn: undefined, ...given }).id;
}

/** The same, finished by a director. */
export function makeFinishedReport(director: Actor, office: Office, given: Partial<NewReportInput> = {}): string {
  const id = makeActivityReport(director, office, given);
  finishReport(director, authorize(director, "report.finish", getReport(director, id)));
  return id;
}
