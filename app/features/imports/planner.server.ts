import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { establishmentIdentities, establishments } from "~/db/schema/providers.server";
import { openDirectory } from "./directory.server";
import { groupFinder } from "./grouping";
import type { ImportRecord, ImportSource } from "./model";
import type { Proposal, RecordPlan } from "./plan.model";
import { planRecord } from "./plan.server";
import { blankRecord } from "./readers/draft";

export interface PlannedRecord {
  position: number;
  record: ImportRecord;
  plan: RecordPlan;
}

/** Plans a file's records one after the other, in their order, against one office; writes nothing. */
export function openPlanner(ownerId: string) {
  const directory = openDirectory(ownerId);
  const groups = groupFinder();
  const seen = new Set<string>();
  const sources = new Set<ImportSource>();
  let position = 0;
  const add = (record: ImportRecord): PlannedRecord => {
    position += 1;
    sources.add(record.source);
    const plan = isRepeated(seen, record) ? { ...duplicate } : planRecord(ownerId, record);
    if (plan.verdict === "new") {
      plan.proposal = directory.propose(record);
      groups.add(position, record);
    }
    return { position, record, plan };
  };
  return {
    add,
    /** Records planned so far, the removals included. */
    count: () => position,
    /** Once all records were added: listings of one operator within the file, by position. */
    proposals: (): Map<number, Proposal> => groups.proposals(),
    /** The known establishments that the source's deletion list names: to be marked, never deleted. */
    removals: (deletedIds: readonly string[]): PlannedRecord[] =>
      listRemovable(ownerId, [...sources], deletedIds).map((row) => {
        position += 1;
        return { position, record: { ...blankRecord(row.source), ...row }, plan: removal(row.establishmentId) };
      }),
  };
}
export type Planner = ReturnType<typeof openPlanner>;

const duplicate: RecordPlan = { verdict: "skipped", reason: "duplicate", establishmentId: null, fields: [], proposal: null };

/** Has an earlier record of the file one of these ids? */
function isRepeated(seen: Set<string>, record: ImportRecord): boolean {
  if (record.skip || !record.externalId) return false;
  const keys = [record.externalId, ...record.otherIds].map((id) => `${record.source} ${id}`);
  if (keys.some((key) => seen.has(key))) return true;
  for (const key of keys) seen.add(key);
  return false;
}

function removal(establishmentId: string): RecordPlan {
  const change = { field: "removedBySource", old: null, new: "1", owner: "source" as const };
  return { verdict: "changed", reason: "removed_by_source", establishmentId, fields: [change], proposal: null };
}

function listRemovable(ownerId: string, sources: ImportSource[], deletedIds: readonly string[]) {
  const rows = [];
  for (let from = 0; from < deletedIds.length; from += 500) {
    const found = db()
      .select({
        source: establishmentIdentities.source,
        externalId: establishmentIdentities.externalId,
        establishmentId: establishmentIdentities.establishmentId,
        name: establishments.name,
      })
      .from(establishmentIdentities)
      .innerJoin(establishments, eq(establishments.id, establishmentIdentities.establishmentId))
      .where(
        and(
          eq(establishmentIdentities.ownerId, ownerId),
          inArray(establishmentIdentities.source, sources.length > 0 ? sources : ["apidae"]),
          inArray(establishmentIdentities.externalId, deletedIds.slice(from, from + 500)),
          isNull(establishmentIdentities.removedBySourceOn),
          isNull(establishments.deletedAt),
        ),
      )
      .all();
    rows.push(...found);
  }
  return rows;
}
