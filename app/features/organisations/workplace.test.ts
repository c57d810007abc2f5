import { expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { actorOf, grantTo, makeMember, makeOrganisation } from "~/testing/factories/world";
import { getWorkplace } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("works where the form was opened, whichever office has become current since, and nowhere else's", () => {
  const [first, second, others] = [makeOrganisation(), makeOrganisation(), makeOrganisation()];
  const { userId } = makeMember(first.id, "facilitator");
  grantTo(userId, second.id, "facilitator");
  const actor = { ...actorOf(userId), currentOrganisationId: second.id };
  expect(getWorkplace(actor, "coaching.log").id).toBe(second.id);
  expect(getWorkplace(actor, "coaching.log", first.id).id).toBe(first.id);
  expect(getWorkplace(actor, "coaching.log", others.id).id).toBe(second.id);
  expect(getWorkplace(actor, "coaching.log", "null").id).toBe(second.id);
});
