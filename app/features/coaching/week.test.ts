import { expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { countOwnMinutes, listIncompleteSessions } from "./week.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("lists one's own sessions that lack a theme or a note, with who was there, and counts one's own minutes", () => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  makeSession(facilitator, office, { providers: [gite.id], note: "", duration: 30, travel: 20 });
  makeSession(facilitator, office, { providers: [gite.id], duration: 60, heldOn: "2026-11-01" });
  expect(listIncompleteSessions(facilitator)).toMatchObject([{ who: [gite.name], durationMinutes: 30 }]);
  expect(countOwnMinutes(facilitator, { from: "2026-11-02", to: "2026-11-08" })).toBe(50);
  expect(listIncompleteSessions(makeMember(office.id, "facilitator"))).toEqual([]);
});
