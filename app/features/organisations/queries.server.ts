import { asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, ownersWhere, type Permission } from "~/access/can";
import { isAmong } from "~/db/among.server";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { organisations } from "~/db/schema/organisations.server";
import { NotFoundError } from "~/lib/errors";

/** What most pages need of an organisation. */
const brief = {
  id: organisations.id,
  name: organisations.name,
  slug: organisations.slug,
  zone: organisations.zone,
  shortAdviceMinutes: organisations.shortAdviceMinutes,
  defaultDurations: organisations.defaultDurations,
  seasonWeeks: organisations.seasonWeeks,
};

/** The organisations where the actor holds this permission, by name. The list is shared: never change it. */
export function listOrganisationsWhere(actor: Actor, permission: Permission) {
  const ids = ownersWhere(actor, permission);
  if (ids.length === 0) return [];
  return keptReading(`organisations ${ids.join()}`, () => listByName(ids));
}

function listByName(ids: readonly string[]) {
  return db().select(brief).from(organisations).where(isAmong(organisations.id, ids)).orderBy(asc(organisations.name)).all();
}

/** As `listOrganisationsWhere`, and all of them for one who holds the permission anywhere (an administrator). */
export function listOrganisationsFor(actor: Actor, permission: Permission) {
  if (!can(actor, permission, {})) return listOrganisationsWhere(actor, permission);
  return db().select(brief).from(organisations).orderBy(asc(organisations.name)).limit(2000).all();
}

/**
 * The organisation in which the actor works for this permission: the one that a form was opened for, whichever
 * has become current since, else the current one where it fits, else the first. Throws NotFoundError when there is none.
 * The organisation is shared: never change it.
 */
export function getWorkplace(actor: Actor, permission: Permission, asked?: string) {
  const ids = ownersWhere(actor, permission);
  const id = [asked, actor.currentOrganisationId].find((one) => ids.some((own) => own === one)) ?? ids[0];
  const found = listOrganisationsWhere(actor, permission).find((one) => one.id === id);
  if (!found) throw new NotFoundError("workplace");
  return found;
}

/** An organisation by its id, whatever the scope: for a caller who has made sure of it. */
export function getFigureOffice(id: string) {
  return db().select(brief).from(organisations).where(eq(organisations.id, id)).get();
}

/** The organisations where the actor works now, by name. */
export function listOwnOrganisations(actor: Actor) {
  const ids = actor.memberships.map((one) => one.organisationId);
  if (ids.length === 0) return [];
  const { id, name } = brief;
  return db()
    .select({ id, name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(organisations.name))
    .all();
}
