import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { createUser, grantMembership } from "~/features/accounts/people.commands.server";
import type { Role } from "~/lib/vocabulary";
import { type DemoAccount, demoAccounts } from "./accounts";
import type { Random } from "./random";

/** The first hand: what creates the tree and its people when nobody is there yet. */
export const founder: Actor = {
  userId: "demo",
  name: "Démonstration",
  locale: "fr",
  memberships: [{ organisationId: "demo", role: "administrator" }],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
};

interface Seeding {
  random: Random;
  passwordHash: string;
  since: string;
  organisations: { territory: string; offices: readonly string[] };
}

/** Creates the demonstration's accounts with their roles; returns the user id of each. */
export function seedPeople(seeding: Seeding): ReadonlyMap<DemoAccount, string> {
  const { random, passwordHash } = seeding;
  const ids = new Map<DemoAccount, string>();
  for (const account of demoAccounts) {
    const known = { id: random.id(), email: account.email, name: account.name, passwordHash };
    const coach = account.beside ? { ...account.beside, presentDays: [1, 2, 4, 5] } : {};
    const userId = createUser(founder, { ...known, ...coach }).id;
    ids.set(account.key, userId);
    if (account.role) grant(seeding, { ...account, userId, role: account.role });
  }
  return ids;
}

function grant(
  { random, since, organisations }: Seeding,
  given: { userId: string; role: Role; office: number | null; hoursPerYear?: number },
): void {
  const id = given.office === null ? organisations.territory : (organisations.offices[given.office] ?? "");
  const organisation = authorize(founder, "organisation.people", { id, ownerId: id });
  const hours = given.hoursPerYear ? { workingDays: [1, 2, 3, 4, 5], hoursPerYear: given.hoursPerYear } : {};
  grantMembership(founder, organisation, { id: random.id(), userId: given.userId, role: given.role, startsOn: since, ...hours });
}
