import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { applyNextBatch } from "./batches.commands.server";
import { applyImport, startImport } from "./commands.server";
import { importDocument } from "./document.server";
import type { ImportRecord, ReadResult } from "./model";
import { openPlanner, type PlannedRecord } from "./planner.server";
import { storePlanned } from "./reading.commands.server";

/** Who imports from the command line: whoever may open the file, for one office. */
function commandLine(officeId: string): Actor {
  return {
    userId: "command-line",
    name: "",
    locale: "fr",
    memberships: [{ organisationId: officeId, role: "facilitator" }],
    below: [],
    sharing: [],
    providerIds: [],
    currentOrganisationId: officeId,
  };
}

/** The office that a slug names; throws RuleError `unknownOffice`. */
export function getOfficeBySlug(slug: string): { id: string; name: string } {
  const office = db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.slug, slug))
    .get();
  if (!office) throw new RuleError("unknownOffice", { slug });
  return office;
}

interface Asked {
  officeId: string;
  fileName: string;
  isDryRun: boolean;
}

/** Imports what was read into an office, without a review; returns every record with what became of it. */
export function importRead({ officeId, fileName, isDryRun }: Asked, read: ReadResult) {
  const planned = planAll(officeId, read);
  if (!isDryRun) {
    const actor = commandLine(officeId);
    const office = authorize(actor, "provider.import", { id: officeId, ownerId: officeId });
    const { id } = startImport(actor, office, { id: newId(), fileName, isReadHere: true });
    storePlanned(id, planned);
    const row = authorize(actor, "provider.import", { id, ownerId: officeId });
    applyImport(actor, row, { isAppliedHere: true });
    while (!applyNextBatch(actor, row).isDone);
  }
  return importDocument(planned);
}

function planAll(officeId: string, { records, deletedIds }: { records: ImportRecord[]; deletedIds: string[] }): PlannedRecord[] {
  const planner = openPlanner(officeId);
  const planned = records.map((record) => planner.add(record));
  planned.push(...planner.removals(deletedIds));
  const proposals = planner.proposals();
  for (const { position, plan } of planned) plan.proposal ??= proposals.get(position) ?? null;
  return planned;
}
