import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { applyNextBatch, longBatch } from "./batches.commands.server";
import { applyImport, discardImport, startImport } from "./commands.server";
import { openDocument } from "./document.server";
import { findRememberedMapping } from "./mapping.commands.server";
import type { ReadResult } from "./model";
import { openPlanner, type PlannedRecord } from "./planner.server";
import { storeReading } from "./reading.commands.server";

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

/** What an office said of a table with these titles; undefined when it never had one, or said it is no list of listings. */
export function findListingMapping(officeId: string, titles: readonly string[]) {
  const known = findRememberedMapping(officeId, titles);
  return known?.content === "listings" ? known : undefined;
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
  /** Every record in the answer, or the counts alone. */
  hasRecords: boolean;
}

/** Imports what is read into an office, without a review; answers what became of the records. Nothing is held but the answer. */
export async function importRead({ officeId, fileName, isDryRun, hasRecords }: Asked, batches: AsyncIterable<ReadResult>) {
  const { add, document } = openDocument(hasRecords);
  if (isDryRun) await planOnly(officeId, batches, add);
  else await importNow({ officeId, fileName }, batches, add);
  return document;
}

async function planOnly(
  officeId: string,
  batches: AsyncIterable<ReadResult>,
  add: (planned: PlannedRecord) => void,
): Promise<void> {
  const planner = openPlanner(officeId);
  const deletedIds: string[] = [];
  for await (const batch of batches) {
    deletedIds.push(...batch.deletedIds);
    for (const record of batch.records) add(planner.add(record));
  }
  for (const removal of planner.removals(deletedIds)) add(removal);
}

/** A file refused half-way leaves nothing behind. */
async function importNow(
  { officeId, fileName }: { officeId: string; fileName: string },
  batches: AsyncIterable<ReadResult>,
  onPlanned: (planned: PlannedRecord) => void,
): Promise<void> {
  const actor = commandLine(officeId);
  const office = authorize(actor, "provider.import", { id: officeId, ownerId: officeId });
  const { id } = startImport(actor, office, { id: newId(), fileName, isReadHere: true });
  const row = authorize(actor, "provider.import", { id, ownerId: officeId });
  try {
    await storeReading(id, batches, { onPlanned });
  } catch (error) {
    discardImport(actor, row);
    throw error;
  }
  applyImport(actor, row, { isAppliedHere: true });
  while (!applyNextBatch(actor, row, { size: longBatch }).isDone);
}
