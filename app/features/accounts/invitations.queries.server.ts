import { and, asc, countDistinct, eq, gt, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { hashToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { invitationRoles, invitations, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { managedIds } from "./people.queries.server";

const owner = alias(users, "owner");
const isOpen = () => and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const columns = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

/** What an invitation gives: role and organisation, by name of the organisation. */
export function listInvitedRoles(invitationIds: readonly string[]) {
  if (invitationIds.length === 0) return [];
  return db()
    .select({
      invitationId: invitationRoles.invitationId,
      role: invitationRoles.role,
      organisationId: invitationRoles.organisationId,
      organisation: organisations.name,
    })
    .from(invitationRoles)
    .innerJoin(organisations, eq(organisations.id, invitationRoles.organisationId))
    .where(inArray(invitationRoles.invitationId, [...invitationIds]))
    .orderBy(asc(organisations.name))
    .all();
}

/** How many invitations are read at a time. */
export const invitationsAtATime = 100;

/** Invitations sent for the organisations where the actor invites, neither accepted nor revoked, by name; 100 at a time. */
export function listInvitations(actor: Actor, { skip = 0, id }: { skip?: number; id?: string } = {}) {
  const rows = db()
    .selectDistinct(columns)
    .from(invitations)
    .innerJoin(invitationRoles, eq(invitationRoles.invitationId, invitations.id))
    .where(and(unanswered(actor), id === undefined ? undefined : eq(invitations.id, id)))
    .orderBy(asc(invitations.name), asc(invitations.id))
    .limit(invitationsAtATime)
    .offset(skip)
    .all();
  const given = listInvitedRoles(rows.map((row) => row.id));
  return rows.map((row) => ({
    ...row,
    isExpired: (row.expiresAt ?? 0) <= now(),
    grants: given.filter((one) => one.invitationId === row.id),
  }));
}

/** How many invitations that is. */
export function countInvitations(actor: Actor): number {
  const found = db()
    .select({ count: countDistinct(invitations.id) })
    .from(invitations)
    .innerJoin(invitationRoles, eq(invitationRoles.invitationId, invitations.id))
    .where(unanswered(actor))
    .get();
  return found?.count ?? 0;
}

const unanswered = (actor: Actor) =>
  and(isOpen(), inArray(invitationRoles.organisationId, managedIds(actor, "organisation.invite")));

/** One open invitation where the actor invites; throws NotFoundError elsewhere. */
export function getInvitation(actor: Actor, invitationId: string) {
  const [found] = listInvitations(actor, { id: invitationId });
  const [first] = found?.grants ?? [];
  if (!found || !first) throw new NotFoundError("invitation");
  return { ...found, ownerId: first.organisationId };
}

/** The invitation behind a mailed address, while it is good; undefined otherwise. */
export function findInvitation(token: string) {
  const row = db()
    .select({ ...columns, inviter: users.name, accountId: owner.id })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedById))
    .leftJoin(owner, eq(owner.email, invitations.email))
    .where(and(eq(invitations.tokenHash, hashToken(token)), isOpen(), gt(invitations.expiresAt, now())))
    .get();
  return row ? { ...row, grants: listInvitedRoles([row.id]) } : undefined;
}
