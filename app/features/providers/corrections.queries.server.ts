import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { establishments, sourceCorrections } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

const columns = {
  id: sourceCorrections.id,
  ownerId: sourceCorrections.ownerId,
  establishmentId: sourceCorrections.establishmentId,
  providerId: establishments.providerId,
  establishment: establishments.name,
  source: sourceCorrections.source,
  field: sourceCorrections.field,
  oldValue: sourceCorrections.oldValue,
  newValue: sourceCorrections.newValue,
  assigneeId: sourceCorrections.assigneeId,
  assignee: users.name,
  createdAt: sourceCorrections.createdAt,
};
const pageSize = 300;

/** The last row of the page before. */
export type CorrectionCursor = Pick<ReturnType<typeof getSourceCorrection>, "establishment" | "createdAt" | "id">;

/** What an office still has to report to its information system, by establishment, 300 rows at a time; `next` is the cursor. */
export function listSourceCorrections(actor: Actor, ownerId: string, after?: CorrectionCursor) {
  const { name } = establishments;
  const { createdAt, id } = sourceCorrections;
  const isAfter = after
    ? sql`(${name}, ${createdAt}, ${id}) > (${after.establishment}, ${after.createdAt}, ${after.id})`
    : undefined;
  const rows = select()
    .where(and(open(actor), eq(sourceCorrections.ownerId, ownerId), isAfter))
    .orderBy(asc(name), asc(createdAt), asc(id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  return { rows: page, next: rows.length > pageSize ? page.at(-1) : undefined };
}

/** How many rows an office still has to report. */
export function countSourceCorrections(actor: Actor, ownerId: string): number {
  const row = db()
    .select({ rows: count() })
    .from(sourceCorrections)
    .innerJoin(establishments, eq(establishments.id, sourceCorrections.establishmentId))
    .where(and(open(actor), eq(sourceCorrections.ownerId, ownerId)))
    .get();
  return row?.rows ?? 0;
}

/** One correction still to report; throws NotFoundError out of sight or once closed. */
export function getSourceCorrection(actor: Actor, correctionId: string) {
  const row = select()
    .where(and(open(actor), eq(sourceCorrections.id, correctionId)))
    .get();
  if (!row) throw new NotFoundError("sourceCorrection");
  return row;
}

function select() {
  return db()
    .select(columns)
    .from(sourceCorrections)
    .innerJoin(establishments, eq(establishments.id, sourceCorrections.establishmentId))
    .leftJoin(users, eq(users.id, sourceCorrections.assigneeId));
}

function open(actor: Actor) {
  return and(
    scope(actor, "provider.correct", { ownerId: sourceCorrections.ownerId }),
    isNull(sourceCorrections.closedAt),
    isNull(establishments.deletedAt),
  );
}
