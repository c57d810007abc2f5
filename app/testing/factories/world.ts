import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { createUser, grantMembership, grantProviderAccess } from "~/features/accounts/people.commands.server";
import { createOrganisation } from "~/features/organisations/commands.server";
import { registerProvider } from "~/features/providers/commands.server";
import { newId } from "~/lib/ids";
import type { Role } from "~/lib/vocabulary";

/** What creates the first organisations and people of a test. */
export const founder: Actor = {
  userId: "founder",
  name: "Fondatrice",
  locale: "fr",
  memberships: [{ organisationId: "none", role: "administrator" }],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
};

let made = 0;

/** An organisation of the tree, made by the product's own command. */
export function makeOrganisation(
  given: { parentId?: string; kind?: "network" | "territory" | "office" | "branch"; name?: string } = {},
) {
  made += 1;
  const input = {
    id: newId(),
    parentId: given.parentId ?? null,
    kind: given.kind ?? ("office" as const),
    name: given.name ?? `Office ${made}`,
    slug: `office-${made}-${newId().slice(-6)}`,
    communes: [],
  };
  createOrganisation(founder, authorize(founder, "organisation.create", {}), input);
  return { ...input, ownerId: input.id, zone: "Europe/Paris" };
}

/** A person with one role in one organisation; returns the actor that a request of theirs would have. */
export function makeMember(organisationId: string, role: Role, given: { name?: string } = {}): Actor {
  const userId = makeUser(given);
  grantTo(userId, organisationId, role);
  return actorOf(userId);
}

/** Gives a person a role more. */
export function grantTo(userId: string, organisationId: string, role: Role): void {
  const organisation = authorize(founder, "organisation.people", { id: organisationId, ownerId: organisationId });
  grantMembership(founder, organisation, { id: newId(), userId, role, startsOn: "2020-01-01" });
}

export function makeUser(given: { name?: string; email?: string; passwordHash?: string } = {}): string {
  made += 1;
  const { id } = createUser(founder, {
    id: newId(),
    email: given.email ?? `personne-${made}-${newId().slice(-6)}@test.example`,
    name: given.name ?? `Personne ${made}`,
    passwordHash: given.passwordHash ?? null,
  });
  return id;
}

export function makeProvider(
  facilitator: Actor,
  office: { id: string; zone: string; ownerId: string },
  given: { name?: string } = {},
) {
  made += 1;
  const input = { id: newId(), name: given.name ?? `Gîte ${made}`, kind: "rental" as const, commune: "Soulac-sur-Mer" };
  registerProvider(facilitator, authorize(facilitator, "provider.register", office), input);
  return { id: input.id, ownerId: office.id, providerId: input.id, name: input.name };
}

/** A login that belongs to this provider. */
export function makeProviderLogin(facilitator: Actor, provider: { id: string; ownerId: string }): Actor {
  const userId = makeUser();
  grantProviderAccess(facilitator, authorize(facilitator, "provider.correct", provider), { userId, startsOn: "2020-01-01" });
  return actorOf(userId);
}

export function actorOf(userId: string): Actor {
  const actor = loadActor(userId);
  if (!actor) throw new Error("no such user");
  return actor;
}
