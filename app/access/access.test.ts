import { describe, expect, it } from "vitest";
import { getCoachingSession, listCoachingSessions } from "~/features/coaching/queries.server";
import { listProviders } from "~/features/providers/list.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { NotFoundError } from "~/lib/errors";
import { roles } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import type { Actor } from "./actor";
import { can, type Permission, rules, type Subject } from "./can";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: territory.id });
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office);
  const actors = new Map<string, Actor>(
    roles.map((role) => [role, makeMember(role === "coordinator" || role === "administrator" ? territory.id : office.id, role)]),
  );
  actors.set("provider", makeProviderLogin(facilitator, provider));
  return { office, facilitator, provider, actors };
}

/** Who may do what to a row of their own office, or to their own provider; whoever is not named may not. */
const expected: Partial<Record<Permission, readonly string[]>> = {
  "coaching.view": ["facilitator", "director"],
  "coaching.log": ["facilitator"],
  "coaching.correct": ["facilitator"],
  "coaching.delete": ["facilitator"],
  "coaching.readPrivateNote": ["facilitator"],
  "coaching.export": ["facilitator", "director"],
  "provider.find": ["facilitator", "director", "colleague"],
  "provider.list": ["facilitator", "director"],
  "provider.view": ["facilitator", "director", "provider"],
  "provider.register": ["facilitator", "director"],
  "provider.merge": ["facilitator"],
  "provider.coach": ["facilitator"],
  "provider.import": ["facilitator", "director"],
  "plan.edit": ["facilitator"],
  "watch.export": ["facilitator"],
  "workshop.register": ["facilitator", "director", "colleague"],
  "workshop.registerGuest": ["facilitator", "director", "colleague"],
  "dashboard.view": ["facilitator", "director", "coordinator"],
  "view.keep": ["facilitator", "director"],
  "organisation.create": ["administrator"],
  "organisation.invite": ["director", "administrator"],
};

describe("the rules", () => {
  it.each(Object.entries(expected))("%s is for %j alone, and never for another office", (permission, allowed) => {
    const { office, provider, actors } = setUp();
    const other = setUp();
    const isKnown = (name: string): name is Permission => name in rules;
    if (!isKnown(permission)) throw new Error(permission);
    const mine: Subject = { ownerId: office.id, providerId: provider.id };
    const theirs: Subject = { ownerId: other.office.id, providerId: other.provider.id };
    const whoMay = (subject: Subject) => [...actors].filter(([, actor]) => can(actor, permission, subject)).map(([name]) => name);
    expect(whoMay(mine).sort()).toEqual([...allowed].sort());
    expect(whoMay(theirs).filter((name) => name !== "administrator")).toEqual([]);
  });

  it("show in lists exactly what they show one by one", () => {
    const { office, facilitator, provider, actors } = setUp();
    const sessionId = makeSession(facilitator, office, { providers: [provider.id] });
    for (const [name, actor] of actors) {
      const isListed = listCoachingSessions(actor, {}).rows.some((row) => row.id === sessionId);
      const isSeen = sees(() => getCoachingSession(actor, sessionId, "coaching.list"));
      expect([name, isListed]).toEqual([name, isSeen]);
      const isFound = listProviders(actor, {}).rows.some((row) => row.id === provider.id);
      expect([name, isFound]).toEqual([name, sees(() => getProvider(actor, provider.id, "provider.list"))]);
    }
  });
});

function sees(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
