import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { mayGive } from "~/access/appoint";
import type { Authorized } from "~/access/authorized";
import { revokeAllDevices } from "~/auth/sessions.server";
import { hashToken, newToken } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { invitationRoles, invitations, memberships, users } from "~/db/schema/accounts.server";
import { queueMail } from "~/email/outbox.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { ForbiddenError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { Role } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { invitationMail } from "./emails.server";
import type { InvitationInput } from "./form";
import { findInvitation, listInvitedRoles } from "./invitations.queries.server";

const lifeMs = 14 * 86_400_000;
type Office = Authorized<{ id: string; name: string }, "organisation.invite">;

/** Invites by mail into these offices with these roles, for 14 days. Throws RuleError `roleNotYours`. */
export function invitePerson(actor: Actor, offices: readonly Office[], input: InvitationInput): { id: string } {
  const grants = offices.flatMap(({ id }) => input.roles.map((role) => ({ organisationId: id, role })));
  if (!grants.every((grant) => mayGive(actor, grant.role, grant.organisationId)))
    throw new RuleError("roleNotYours", {}, "roles");
  const command = { name: "account.invite", id: input.id, input, ownerId: offices[0]?.id ?? "" };
  return run(actor, command, ({ now }) => {
    const token = newToken();
    const invitation = { id: input.id, email: input.email.toLowerCase(), name: input.name, invitedById: actor.userId };
    db()
      .insert(invitations)
      .values({ ...invitation, tokenHash: hashToken(token), createdAt: now, expiresAt: now + lifeMs })
      .run();
    for (const grant of grants)
      db()
        .insert(invitationRoles)
        .values({ invitationId: input.id, ...grant })
        .run();
    sendInvitation(actor, invitation, token);
    return { id: input.id };
  });
}

type Sent = Authorized<{ id: string; email: string; name: string; ownerId: string }, "organisation.invite">;

/** Sends the invitation again with a new address, good for 14 days more; the former one dies. */
export function resendInvitation(actor: Actor, invitation: Sent): void {
  change(actor, { name: "account.resendInvitation", invitation }, (now) => {
    const token = newToken();
    sendInvitation(actor, invitation, token);
    return { tokenHash: hashToken(token), expiresAt: now + lifeMs };
  });
}

/** Takes an invitation back: its address opens nothing any more. */
export function revokeInvitation(actor: Actor, invitation: Sent): void {
  change(actor, { name: "account.revokeInvitation", invitation }, (now) => ({ revokedAt: now }));
}

/**
 * Makes the invited person a member where the invitation says, from today. A new person gets an
 * account; one who has it must be signed in as its owner (`asUserId`), for a mail of 14 days opens no
 * existing account. Returns the user's id. Throws RuleError `invitation` or `invitationOwner`.
 */
export function acceptInvitation(
  token: string,
  input: { name: string; passwordHash: string | null; locale: "fr" | "en"; asUserId: string | undefined },
): { userId: string } {
  const found = findInvitation(token);
  if (!found) throw new RuleError("invitation");
  const user = db().select().from(users).where(eq(users.email, found.email)).get();
  if (user && user.id !== input.asUserId) throw new RuleError("invitationOwner");
  const userId = user?.id ?? newId();
  const command = { name: "account.acceptInvitation", id: found.id, input: null };
  return run(invitee(userId, input), command, ({ now }) => {
    const { asUserId: _, ...known } = input;
    const currentOrganisationId = found.grants[0]?.organisationId ?? null;
    if (!user)
      db()
        .insert(users)
        .values({ id: userId, email: found.email, ...known, currentOrganisationId, createdAt: now })
        .run();
    for (const { organisationId, role } of found.grants) addMembership({ userId, organisationId, role, now });
    db().update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, found.id)).run();
    revokeAllDevices(userId);
    return { userId };
  });
}

function addMembership(given: { userId: string; organisationId: string; role: Role; now: number }): void {
  const { now, ...grant } = given;
  db()
    .insert(memberships)
    .values({ id: newId(), ...grant, startsOn: dayAt(grant.organisationId, now), createdAt: now })
    .onConflictDoNothing()
    .run();
}

function sendInvitation(actor: Actor, to: { id: string; email: string; name: string }, token: string): void {
  const grants = listInvitedRoles([to.id]);
  const message = invitationMail(actor, { name: to.name, url: `${config().appUrl}${paths.invitation(token)}`, grants });
  queueMail({ kind: "invitation", ownerId: grants[0]?.organisationId ?? null, recipient: to.email, ...message });
}

function change(
  actor: Actor,
  { name, invitation }: { name: string; invitation: Sent },
  work: (now: number) => Partial<typeof invitations.$inferInsert>,
): void {
  const grants = listInvitedRoles([invitation.id]);
  if (!grants.every((grant) => mayGive(actor, grant.role, grant.organisationId))) throw new ForbiddenError(name);
  run(actor, { name, id: invitation.id, input: null, ownerId: invitation.ownerId, isOnce: false }, ({ now }) => {
    db().update(invitations).set(work(now)).where(eq(invitations.id, invitation.id)).run();
  });
}

/** The invited person acts for the first time: nothing is held yet. */
function invitee(userId: string, { name, locale }: { name: string; locale: "fr" | "en" }): Actor {
  return { userId, name, locale, memberships: [], below: [], sharing: [], providerIds: [], currentOrganisationId: undefined };
}
