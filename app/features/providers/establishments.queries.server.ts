import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { establishmentLabels, establishmentNames, establishmentStates, establishments } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

/** One establishment with the name of its commune, in the scope of `permission`; throws NotFoundError out of sight. */
export function getEstablishment(actor: Actor, establishmentId: string, permission: Permission = "provider.list") {
  const row = db()
    .select({ establishment: establishments, commune: communes.name })
    .from(establishments)
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(
      and(scope(actor, permission, establishments), eq(establishments.id, establishmentId), isNull(establishments.deletedAt)),
    )
    .get();
  if (!row) throw new NotFoundError("establishment");
  return { ...row.establishment, commune: row.commune };
}

/** Everything the record says of each establishment of a provider, the main one first; the rest is empty lists. */
export function listEstablishmentRecords(actor: Actor, providerId: string) {
  const rows = db()
    .select({ establishment: establishments, commune: communes.name })
    .from(establishments)
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(
      and(
        scope(actor, "provider.list", establishments),
        eq(establishments.providerId, providerId),
        isNull(establishments.deletedAt),
      ),
    )
    .orderBy(desc(establishments.isMain), asc(establishments.name))
    .limit(100)
    .all();
  return rows.map(({ establishment, commune }) => ({
    ...establishment,
    commune,
    labels: listLabels(establishment.id),
    states: listStates(establishment.id),
    formerNames: listFormerNames(establishment.id),
  }));
}

/** Labels and classifications of an establishment that the caller has in scope. */
export function listLabels(establishmentId: string) {
  return db()
    .select()
    .from(establishmentLabels)
    .where(eq(establishmentLabels.establishmentId, establishmentId))
    .orderBy(asc(establishmentLabels.label))
    .limit(100)
    .all();
}

/** Dated states of an establishment that the caller has in scope, the newest first. */
export function listStates(establishmentId: string) {
  return db()
    .select()
    .from(establishmentStates)
    .where(eq(establishmentStates.establishmentId, establishmentId))
    .orderBy(desc(establishmentStates.fromOn), desc(establishmentStates.createdAt), desc(establishmentStates.id))
    .limit(100)
    .all();
}

/** Names that an establishment bore, the last one first. */
export function listFormerNames(establishmentId: string) {
  return db()
    .select()
    .from(establishmentNames)
    .where(eq(establishmentNames.establishmentId, establishmentId))
    .orderBy(desc(establishmentNames.untilOn), asc(establishmentNames.name))
    .limit(50)
    .all();
}
