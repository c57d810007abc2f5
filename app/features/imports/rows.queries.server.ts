import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { importRecords } from "~/db/schema/imports.server";
import { getImport } from "./queries.server";
import { rowProblems } from "./rows.model";

/** So many rows that cannot be taken over are shown. */
export const problemsShown = 50;

const problemSchema = z.object({ key: z.enum(rowProblems), said: z.string() });
const lineSchema = z.object({ line: z.number() });

/** The first rows of a file that cannot be taken over, with their line and what is wrong. */
export function listProblems(actor: Actor, importId: string) {
  const { id } = getImport(actor, importId);
  const rows = db()
    .select({ name: importRecords.name, record: importRecords.record, reason: importRecords.reason })
    .from(importRecords)
    .where(and(eq(importRecords.importId, id), eq(importRecords.verdict, "wrong")))
    .orderBy(asc(importRecords.position))
    .limit(problemsShown)
    .all();
  return rows.map(({ name, record, reason }) => ({
    name,
    line: lineSchema.parse(JSON.parse(record)).line,
    problem: problemSchema.parse(JSON.parse(reason ?? "null")),
  }));
}

/** How many rows of an import were written, and how many could have been. */
export function countRowsApplied(actor: Actor, importId: string): { applied: number; left: number } {
  const { id } = getImport(actor, importId);
  const row = db()
    .select({
      all: sql<number>`count(*)`,
      applied: sql<number>`coalesce(sum(${isNotNull(importRecords.changes)}), 0)`,
    })
    .from(importRecords)
    .where(and(eq(importRecords.importId, id), eq(importRecords.verdict, "new")))
    .get();
  const { all, applied } = row ?? { all: 0, applied: 0 };
  return { applied, left: all - applied };
}
