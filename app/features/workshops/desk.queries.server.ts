import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, ownersWhere } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { workshopCalls, workshopRegistrations, workshopShares, workshops } from "~/db/schema/workshops.server";
import { NotFoundError } from "~/lib/errors";
import { getWorkshop } from "./queries.server";

/** An office for which the actor may register callers; it counts them. */
export interface DeskOffice {
  id: string;
  ownerId: string;
  name: string;
  /** It takes part in another office's workshop. */
  isGuest: boolean;
}

/**
 * The offices for which the actor may register a caller here: the workshop's own, and those of theirs
 * that take part in it, with seats kept or its invitation in hand; the owner first, none for a draft of another.
 */
export function listDeskOffices(actor: Actor, workshop: { id: string; ownerId: string; state: string }): DeskOffice[] {
  const owners = can(actor, "workshop.register", workshop) ? [workshop.ownerId] : [];
  const guests = workshop.state === "draft" ? [] : listGuests(workshop.id, ownersWhere(actor, "workshop.registerGuest"));
  const rows = db()
    .select({ id: organisations.id, ownerId: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [...owners, ...guests, ""]))
    .orderBy(asc(organisations.name))
    .all();
  const offices = rows.map((row) => ({ ...row, isGuest: row.id !== workshop.ownerId }));
  return offices.toSorted((a, b) => Number(a.isGuest) - Number(b.isGuest));
}

function listGuests(workshopId: string, offices: readonly string[]): string[] {
  const kept = db()
    .select({ id: workshopShares.organisationId })
    .from(workshopShares)
    .where(and(eq(workshopShares.workshopId, workshopId), inArray(workshopShares.organisationId, [...offices, ""])))
    .all();
  const called = db()
    .select({ id: workshopCalls.organisationId })
    .from(workshopCalls)
    .where(and(eq(workshopCalls.workshopId, workshopId), inArray(workshopCalls.organisationId, [...offices, ""])))
    .all();
  return [...kept, ...called].map((row) => row.id);
}

/** A workshop with the offices for which the actor may register there; throws NotFoundError where there is none. */
export function getDesk(actor: Actor, workshopId: string) {
  const workshop = getWorkshop(actor, workshopId);
  const offices = listDeskOffices(actor, workshop);
  const [first] = offices;
  if (!first) throw new NotFoundError("workshop");
  return { workshop, offices, first };
}

/**
 * One registration that the actor's desk may change: of a workshop of theirs, or counted by an office of
 * theirs; `ownerId` is whose person it is at that desk. Throws NotFoundError out of sight.
 */
export function getDeskRegistration(actor: Actor, registrationId: string) {
  const guests = ownersWhere(actor, "workshop.registerGuest");
  const row = db()
    .select({ registration: workshopRegistrations, workshop: workshops })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(
      and(
        or(scope(actor, "workshop.register", workshops), inArray(workshopRegistrations.organisationId, guests)),
        eq(workshopRegistrations.id, registrationId),
      ),
    )
    .get();
  if (!row) throw new NotFoundError("registration");
  const { registration, workshop } = row;
  const isOwn = can(actor, "workshop.register", workshop);
  const ownerId = isOwn ? workshop.ownerId : (registration.organisationId ?? workshop.ownerId);
  return { ...registration, ownerId, isGuest: !isOwn, workshopState: workshop.state };
}

/** The ids of those who wait, the next first. */
export function listWaiting(workshopId: string): string[] {
  return db()
    .select({ id: workshopRegistrations.id })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, workshopId), eq(workshopRegistrations.state, "waiting")))
    .orderBy(asc(workshopRegistrations.position))
    .all()
    .map((row) => row.id);
}
