import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { importMatches, importRecords, imports } from "~/db/schema/imports.server";
import type { ImportRecord } from "./model";
import type { StoredPlan } from "./plan.model";
import type { PlannedRecord } from "./planner.server";

export type ImportRow = typeof imports.$inferSelect;
export type RecordRow = typeof importRecords.$inferSelect;

/** An import's row as it stands, whatever its office: for commands that already hold the right to it. */
export function findImportRow(importId: string): ImportRow | undefined {
  return db().select().from(imports).where(eq(imports.id, importId)).get();
}

export function setImport(importId: string, columns: Partial<typeof imports.$inferInsert>): void {
  db().update(imports).set(columns).where(eq(imports.id, importId)).run();
}

/** Drops what was read of an import, before it is read again or when it is given up. */
export function forgetRecords(importId: string): void {
  db().delete(importRecords).where(eq(importRecords.importId, importId)).run();
  db().delete(importMatches).where(eq(importMatches.importId, importId)).run();
}

/** Keeps a planned record for the review. */
export function insertRecord(importId: string, { position, record, plan }: PlannedRecord): void {
  const { source, externalId, name } = record;
  const { verdict, reason, establishmentId, fields, proposal } = plan;
  db()
    .insert(importRecords)
    .values({
      importId,
      position,
      source,
      externalId,
      name,
      record: JSON.stringify(record),
      verdict,
      reason,
      establishmentId,
      changes: encodePlan({ fields, proposal, applied: null }),
    })
    .run();
}

export function setRecord(
  row: { importId: string; position: number },
  columns: Partial<typeof importRecords.$inferInsert>,
): void {
  db()
    .update(importRecords)
    .set(columns)
    .where(and(eq(importRecords.importId, row.importId), eq(importRecords.position, row.position)))
    .run();
}

export function encodePlan(plan: StoredPlan): string | null {
  return plan.fields.length === 0 && !plan.proposal && !plan.applied ? null : JSON.stringify(plan);
}

export function decodePlan(changes: string | null): StoredPlan {
  return changes === null ? { fields: [], proposal: null, applied: null } : JSON.parse(changes);
}

export function decodeRecord(row: { record: string }): ImportRecord {
  return JSON.parse(row.record);
}
