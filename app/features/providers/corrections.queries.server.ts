import { and, asc, eq, isNull } from "drizzle-orm";
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
};

/** What an office still has to report to its information system, by establishment; at most 300 rows. */
export function listSourceCorrections(actor: Actor, ownerId: string) {
  return select()
    .where(and(open(actor), eq(sourceCorrections.ownerId, ownerId)))
    .orderBy(asc(establishments.name), asc(sourceCorrections.createdAt), asc(sourceCorrections.id))
    .limit(300)
    .all();
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
