import { and, eq, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { mayGive } from "~/access/appoint";
import type { Authorized } from "~/access/authorized";
import { revokeAllDevices } from "~/auth/sessions.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { absences, memberships, users } from "~/db/schema/accounts.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { Role } from "~/lib/vocabulary";
import type { AbsenceInput, MembershipInput } from "./form";
import { listCoachesBeside, listRolesHeld } from "./people.queries.server";

type Membership = Authorized<{ id: string; userId: string; ownerId: string; role: Role }, "organisation.people">;
interface Held {
  memberships: readonly { ownerId: string }[];
}
type Person = Authorized<{ id: string; ownerId: string }, "organisation.people">;

/**
 * Changes a membership: role, days, hours, dates. A change of role or dates holds at the next
 * request and signs the person out. Throws RuleError `roleNotYours`, `ownRole`, `alreadyMember`, ConflictError.
 */
export function changeMembership(actor: Actor, membership: Membership, input: MembershipInput): void {
  refuseUnlessGiven(actor, membership, [membership.role, input.role]);
  const command = { name: "account.changeMembership", id: membership.id, input, ownerId: membership.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const saved = readMembership(membership.id);
    if (saved.version !== input.version) throw new ConflictError("version", saved);
    const columns = { ...input, endsOn: input.endsOn ?? null, hoursPerYear: input.hoursPerYear ?? null };
    const isRightsChange = (["role", "startsOn", "endsOn"] as const).some((name) => columns[name] !== saved[name]);
    refuseOwnRole(isRightsChange && saved.userId === actor.userId);
    refuseHeldTwice(saved, input);
    revise("membership", saved);
    db()
      .update(memberships)
      .set({ ...columns, version: saved.version + 1 })
      .where(eq(memberships.id, membership.id))
      .run();
    if (isRightsChange) revokeAllDevices(saved.userId);
  });
}

/** Ends a membership on a day (ISO, the last one worked). Throws RuleError `ownRole`, `roleNotYours`, `dayOrder`. */
export function endMembership(actor: Actor, membership: Membership, endsOn: string): void {
  refuseUnlessGiven(actor, membership, [membership.role]);
  if (membership.userId === actor.userId) throw new RuleError("ownRole", {}, "endsOn");
  const command = {
    name: "account.endMembership",
    id: membership.id,
    input: { endsOn },
    ownerId: membership.ownerId,
    isOnce: false,
  };
  run(actor, command, ({ revise }) => {
    const saved = readMembership(membership.id);
    if (endsOn < saved.startsOn) throw new RuleError("dayOrder", {}, "endsOn");
    revise("membership", saved);
    db()
      .update(memberships)
      .set({ endsOn, version: saved.version + 1 })
      .where(eq(memberships.id, membership.id))
      .run();
    revokeAllDevices(saved.userId);
  });
}

/** Shuts a person out at their next request, or lets them in again. Throws RuleError `ownRole`, `personElsewhere`. */
export function setSuspended(actor: Actor, person: Person, isSuspended: boolean): void {
  if (person.id === actor.userId) throw new RuleError("ownRole");
  if (!listRolesHeld(person.id).every((held) => mayGive(actor, held.role, held.organisationId)))
    throw new RuleError("personElsewhere");
  const name = isSuspended ? "account.suspend" : "account.liftSuspension";
  run(actor, { name, id: person.id, input: null, ownerId: person.ownerId, isOnce: false }, ({ now }) => {
    db()
      .update(users)
      .set({ suspendedAt: isSuspended ? now : null })
      .where(eq(users.id, person.id))
      .run();
    revokeAllDevices(person.id);
  });
}

/** Notes an absence and who stands in; days are ISO, both included. Throws RuleError `successor`. */
export function recordAbsence(actor: Actor, person: Person & Held, input: AbsenceInput): { id: string } {
  const offices = person.memberships.map((one) => one.ownerId);
  const isKnown = listCoachesBeside(offices, person.id).some((one) => one.id === input.substituteId);
  if (input.substituteId && !isKnown) throw new RuleError("successor", {}, "substituteId");
  return run(actor, { name: "account.recordAbsence", id: input.id, input, ownerId: person.ownerId }, ({ now }) => {
    const { substituteId = null, ...days } = input;
    db()
      .insert(absences)
      .values({ ...days, userId: person.id, substituteId, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/** Takes an absence away. */
export function removeAbsence(actor: Actor, person: Person, absenceId: string): void {
  run(actor, { name: "account.removeAbsence", id: newId(), input: { absenceId }, ownerId: person.ownerId }, () => {
    db()
      .delete(absences)
      .where(and(eq(absences.id, absenceId), eq(absences.userId, person.id)))
      .run();
  });
}

function refuseUnlessGiven(actor: Actor, membership: { ownerId: string }, given: readonly Role[]): void {
  const [held, asked = held] = given;
  if (held && !mayGive(actor, held, membership.ownerId)) throw new ForbiddenError("organisation.appoint");
  if (asked && !mayGive(actor, asked, membership.ownerId)) throw new RuleError("roleNotYours", {}, "role");
}

function refuseOwnRole(isOwn: boolean): void {
  if (isOwn) throw new RuleError("ownRole", {}, "role");
}

function refuseHeldTwice(saved: { id: string; userId: string; organisationId: string }, input: MembershipInput): void {
  if (input.endsOn) return;
  const same = and(
    eq(memberships.userId, saved.userId),
    eq(memberships.organisationId, saved.organisationId),
    eq(memberships.role, input.role),
    isNull(memberships.endsOn),
    ne(memberships.id, saved.id),
  );
  const other = db().select({ id: memberships.id }).from(memberships).where(same).get();
  if (other) throw new RuleError("alreadyMember", {}, "role");
}

function readMembership(id: string) {
  const row = db().select().from(memberships).where(eq(memberships.id, id)).get();
  if (!row) throw new NotFoundError("membership");
  return row;
}
