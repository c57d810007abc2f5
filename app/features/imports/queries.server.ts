import { and, asc, count, desc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { importRecords, imports } from "~/db/schema/imports.server";
import { jobs } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import type { Verdict } from "./model";
import { jobKind } from "./rows.model";
import { decodePlan, decodeRecord, type ImportRow } from "./stored.server";

const pageSize = 50;

/** Past sessions are in sight of those who log them: a follow-up file holds private notes. */
function inSight(actor: Actor) {
  return and(
    scope(actor, "provider.import", { ownerId: imports.ownerId }),
    or(ne(imports.content, "past_sessions"), scope(actor, "coaching.log", { ownerId: imports.ownerId })),
  );
}

/** Whether somebody asked to take this import back and that work has not ended: its job waits or runs. */
export function isUndoOpen({ id, content }: Pick<ImportRow, "id" | "content">): boolean {
  const key = `${jobKind(content, "undo")} ${id}`;
  const open = and(eq(jobs.dedupeKey, key), inArray(jobs.state, ["waiting", "running"]));
  return db().select({ id: jobs.id }).from(jobs).where(open).get() !== undefined;
}

/** The last imports of the actor's offices, newest first. */
export function listImports(actor: Actor) {
  return db()
    .select({
      id: imports.id,
      fileName: imports.fileName,
      source: imports.source,
      content: imports.content,
      state: imports.state,
      total: imports.total,
      createdAt: imports.createdAt,
      by: users.name,
    })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdById))
    .where(inSight(actor))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(20)
    .all();
}

/** One import in the actor's scope; throws NotFoundError out of sight. */
export function getImport(actor: Actor, importId: string) {
  const row = db()
    .select()
    .from(imports)
    .where(and(inSight(actor), eq(imports.id, importId)))
    .get();
  if (!row) throw new NotFoundError("import");
  return row;
}

/** How many records of an import have each verdict, and how many of them are ticked. */
export function countRecords(actor: Actor, importId: string) {
  const { id } = getImport(actor, importId);
  const counts = { new: 0, changed: 0, unchanged: 0, skipped: 0, wrong: 0 };
  const chosen = { ...counts };
  const rows = db()
    .select({
      verdict: importRecords.verdict,
      all: count(),
      chosen: sql<number>`sum(${importRecords.isChosen})`,
    })
    .from(importRecords)
    .where(eq(importRecords.importId, id))
    .groupBy(importRecords.verdict)
    .all();
  for (const row of rows) {
    counts[row.verdict] = row.all;
    chosen[row.verdict] = row.chosen;
  }
  return { counts, chosen };
}

/** What an applied import did: providers and establishments made, listings changed, still standing. */
export function countApplied(actor: Actor, importId: string) {
  const { id } = getImport(actor, importId);
  const applied = (part: string) => sql`json_extract(${importRecords.changes}, ${`$.applied.${part}`})`;
  const row = db()
    .select({
      providers: sql<number>`coalesce(sum(${applied("isNewProvider")} = 1), 0)`,
      establishments: sql<number>`coalesce(sum(${applied("isNewEstablishment")} = 1), 0)`,
      changed: sql<number>`coalesce(sum(${applied("isNewEstablishment")} = 0), 0)`,
    })
    .from(importRecords)
    .where(eq(importRecords.importId, id))
    .get();
  return row ?? { providers: 0, establishments: 0, changed: 0 };
}

/** A page of an import's records of one verdict, in the file's order; `next` is the cursor of the following one. */
export function listImportRecords(actor: Actor, importId: string, filter: { verdict: Verdict; after?: number | undefined }) {
  const { id } = getImport(actor, importId);
  const rows = db()
    .select()
    .from(importRecords)
    .where(
      and(
        eq(importRecords.importId, id),
        eq(importRecords.verdict, filter.verdict),
        gt(importRecords.position, filter.after ?? 0),
      ),
    )
    .orderBy(asc(importRecords.position))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, record: decodeRecord(row), plan: decodePlan(row.changes) }));
  return { rows: page, next: rows.length > pageSize ? page.at(-1)?.position : undefined };
}
