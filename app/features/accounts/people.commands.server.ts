import type { Actor } from "~/access/actor";
import { mayGive } from "~/access/appoint";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { memberships, providerAccesses, users } from "~/db/schema/accounts.server";
import { ForbiddenError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { Role } from "~/lib/vocabulary";

export interface NewUser {
  id: string;
  email: string;
  name: string;
  /** Argon2id; hashing is slow and stays outside the transaction. */
  passwordHash: string | null;
  locale?: "fr" | "en";
  jobTitle?: string;
  phone?: string;
  presentDays?: number[];
}

/** Creates a login; what it may do comes from memberships and provider accesses. */
export function createUser(actor: Actor, input: NewUser): { id: string } {
  const { passwordHash, ...known } = input;
  return run(actor, { name: "account.create", id: input.id, input: known }, ({ now }) => {
    db()
      .insert(users)
      .values({ ...known, email: input.email.toLowerCase(), passwordHash, createdAt: now })
      .run();
    return { id: input.id };
  });
}

export interface NewMembership {
  id: string;
  userId: string;
  role: Role;
  startsOn: string;
  endsOn?: string | null;
  workingDays?: number[];
  /** Hours granted per full civil year. */
  hoursPerYear?: number | null;
}

/** Gives a person a role in an organisation, from a day. */
export function grantMembership(
  actor: Actor,
  organisation: Authorized<{ id: string }, "organisation.people">,
  input: NewMembership,
): { id: string } {
  if (!mayGive(actor, input.role, organisation.id)) throw new ForbiddenError("organisation.appoint");
  return run(actor, { name: "account.grant", id: input.id, input, ownerId: organisation.id }, ({ now }) => {
    db()
      .insert(memberships)
      .values({ ...input, organisationId: organisation.id, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/** Lets a login into a provider's space, from a day. */
export function grantProviderAccess(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "provider.correct">,
  input: { userId: string; startsOn: string },
): void {
  const command = {
    name: "account.grantProvider",
    id: newId(),
    input: { providerId: provider.id, ...input },
    ownerId: provider.ownerId,
  };
  run(actor, command, ({ now }) => {
    db()
      .insert(providerAccesses)
      .values({ id: newId(), providerId: provider.id, ...input, createdAt: now })
      .run();
  });
}
