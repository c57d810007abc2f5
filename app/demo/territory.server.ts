import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { createUser, grantMembership, grantProviderAccess } from "~/features/accounts/people.commands.server";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { createOrganisation, type NewOrganisation } from "~/features/organisations/commands.server";
import { registerProvider } from "~/features/providers/commands.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { type DemoAccount, demoAccounts } from "./accounts";
import { type Random, randomFrom } from "./random";

interface SeedOptions {
  today: string;
  passwordHash: string;
}

/** The first hand: what creates the tree and its people when nobody is there yet. */
const founder: Actor = {
  userId: "demo",
  name: "Démonstration",
  locale: "fr",
  memberships: [{ organisationId: "demo", role: "administrator" }],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
};

/** One pays, two offices, their people, providers and sessions. */
export function seedTerritory({ today, passwordHash }: SeedOptions): void {
  const random = randomFrom(33);
  setClock(() => Date.parse(`${addDays(today, -730)}T08:00:00Z`));
  const pays = addOrganisation({
    id: random.id(),
    parentId: null,
    kind: "territory",
    name: "Pays des Landes de Haute Garonne",
    slug: "demo-pays",
    communes: [],
  });
  const offices = [
    addOrganisation({
      id: random.id(),
      parentId: pays,
      kind: "office",
      name: "Office de tourisme Médoc Atlantique nord",
      slug: "demo-1",
      communes: ["33514", "33544"],
    }),
    addOrganisation({
      id: random.id(),
      parentId: pays,
      kind: "office",
      name: "Office de tourisme du Bazadais",
      slug: "demo-2",
      communes: ["33036"],
    }),
  ];
  const users = addUsers(random, passwordHash);
  const since = addDays(today, -730);
  const grant = (
    account: DemoAccount,
    organisationId: string,
    role: "facilitator" | "director" | "colleague" | "coordinator" | "administrator",
  ) => {
    const organisation = authorize(founder, "organisation.people", { id: organisationId, ownerId: organisationId });
    grantMembership(founder, organisation, {
      id: random.id(),
      userId: users[account],
      role,
      startsOn: since,
      hoursPerYear: role === "facilitator" ? 800 : null,
    });
  };
  const [first = "", second = ""] = offices;
  grant("facilitator", first, "facilitator");
  grant("director", first, "director");
  grant("colleague", first, "colleague");
  grant("facilitator2", second, "facilitator");
  grant("director2", second, "director");
  grant("coordinator", pays, "coordinator");
  grant("admin", pays, "administrator");
  seedOffice(random, { today, officeId: first, facilitator: users.facilitator, provider: users.provider });
  seedOffice(random, { today, officeId: second, facilitator: users.facilitator2, provider: users.provider2 });
}

function addOrganisation(input: NewOrganisation): string {
  return createOrganisation(founder, authorize(founder, "organisation.create", {}), input).id;
}

function addUsers(random: Random, passwordHash: string): Record<DemoAccount, string> {
  const ids = new Map<DemoAccount, string>();
  for (const { key, email, name } of demoAccounts)
    ids.set(key, createUser(founder, { id: random.id(), email, name, passwordHash }).id);
  const idOf = (key: DemoAccount) => ids.get(key) ?? "";
  return {
    facilitator: idOf("facilitator"),
    director: idOf("director"),
    provider: idOf("provider"),
    colleague: idOf("colleague"),
    facilitator2: idOf("facilitator2"),
    director2: idOf("director2"),
    provider2: idOf("provider2"),
    coordinator: idOf("coordinator"),
    admin: idOf("admin"),
  };
}

function seedOffice(random: Random, given: { today: string; officeId: string; facilitator: string; provider: string }): void {
  const actor = loadActor(given.facilitator);
  if (!actor) throw new Error("no facilitator");
  const office = { id: given.officeId, ownerId: given.officeId, zone: "Europe/Paris" };
  const names = [
    "Gîte des Pins",
    "Hôtel du Phare",
    "Camping de la Dune",
    "Chambres d’hôtes Fontanel",
    "Restaurant La Marée basse",
  ] as const;
  const ids = names.map((name) => {
    const input = { id: random.id(), name, kind: "rental" as const, commune: "Soulac-sur-Mer" };
    return registerProvider(actor, authorize(actor, "provider.register", office), input).id;
  });
  for (let back = 700; back >= 7; back -= 14) {
    const heldOn = addDays(given.today, -back);
    setClock(() => Date.parse(`${heldOn}T15:00:00Z`));
    logCoachingSession(actor, authorize(actor, "coaching.log", office), {
      id: random.id(),
      ownerId: given.officeId,
      participants: [{ providerId: random.pick(ids), presence: "present" }],
      headCount: 0,
      heldOn,
      duration: 60,
      channel: "visit",
      theme: random.pick(["website", "visibility", "reputation"] as const),
      note: "Point sur les priorités de la saison.",
      privateNote: "",
      preparation: 0,
      travel: 0,
      travelKilometres: 0,
      nextStepDue: "none",
    });
  }
  const [firstId = ""] = ids;
  const provider = authorize(actor, "provider.correct", { id: firstId, ownerId: given.officeId });
  grantProviderAccess(actor, provider, { userId: given.provider, startsOn: given.today });
}
