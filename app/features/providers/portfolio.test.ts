import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { getMembership, getPerson } from "~/features/accounts/people.queries.server";
import { openTestDatabase } from "~/testing/database";
import { actorOf, makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { leaveOffice } from "./portfolio.commands.server";
import { countPortfolio } from "./portfolio.queries.server";
import { getProvider } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const [leaver, successor] = [makeMember(office.id, "facilitator"), makeMember(office.id, "facilitator")];
  const director = makeMember(office.id, "director");
  const providers = [makeProvider(leaver, office), makeProvider(leaver, office)];
  const other = makeProvider(successor, office);
  return { office, leaver, successor, director, providers, other, membership: membershipOf(director, leaver) };
}

function membershipOf(director: Actor, person: Actor) {
  const id = getPerson(director, person.userId).memberships[0]?.id ?? "";
  return authorize(director, "organisation.people", getMembership(director, id));
}

describe("leaving an office", () => {
  it("passes the portfolio on and ends the access after the last day", () => {
    const { leaver, successor, director, providers, membership } = setUp();
    expect(countPortfolio(membership)).toBe(2);
    expect(leaveOffice(director, membership, { endsOn: "2026-11-23", successorId: successor.userId })).toEqual({ passed: 2 });
    for (const { id } of providers) expect(getProvider(successor, id).referentId).toBe(successor.userId);
    expect(actorOf(leaver.userId).memberships).toEqual([]);
  });

  it("asks to whom when there is somebody, and refuses one who does not coach there; nothing changes", () => {
    const { director, leaver, membership } = setUp();
    const refusal = expect.objectContaining({ name: "RuleError", key: "successor" });
    for (const successorId of [undefined, director.userId, setUp().successor.userId])
      expect(() => leaveOffice(director, membership, { endsOn: "2026-11-23", successorId })).toThrow(refusal);
    expect(countPortfolio(membership)).toBe(2);
    expect(actorOf(leaver.userId).memberships).toHaveLength(1);
  });
});
