import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { listCoachingSessions } from "./queries.server";
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

it("counts the minutes of sessions that one helped at or held in any office of one's own, whole days at both ends", () => {
  const [office, other] = [makeOrganisation(), makeOrganisation()];
  const facilitator = makeMember(office.id, "facilitator");
  grantTo(facilitator.userId, other.id, "facilitator");
  const colleague = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  makeSession(colleague, office, {
    providers: [gite.id],
    duration: 15,
    heldOn: "2026-11-02",
    facilitators: [facilitator.userId],
  });
  makeSession(actorOf(facilitator.userId), other, { headCount: 3, duration: 30, heldOn: "2026-11-08" });
  makeSession(colleague, office, { providers: [gite.id], duration: 60, heldOn: "2026-11-04" });
  makeSession(facilitator, office, { providers: [gite.id], duration: 120, heldOn: "2026-11-09" });
  expect(countOwnMinutes(facilitator, { from: "2026-11-02", to: "2026-11-08" })).toBe(45);
});

it("lists the last of one's own sessions, led or helped, as many as asked and in an order that holds", () => {
  const [office, other] = [makeOrganisation(), makeOrganisation()];
  const facilitator = makeMember(office.id, "facilitator");
  const colleague = makeMember(office.id, "facilitator");
  const days = ["2026-11-03", "2026-11-05", "2026-11-04"];
  const [third, first, second] = days.map((heldOn) => makeSession(facilitator, office, { headCount: 2, heldOn }));
  const helped = makeSession(colleague, office, { headCount: 2, heldOn: "2026-11-06", facilitators: [facilitator.userId] });
  makeSession(colleague, office, { headCount: 2, heldOn: "2026-11-07" });
  makeSession(makeMember(other.id, "facilitator"), other, { headCount: 2, heldOn: "2026-11-08" });
  const ids = (size?: number) =>
    listCoachingSessions(facilitator, { facilitator: facilitator.userId }, size).rows.map((row) => row.id);
  expect(ids()).toEqual([helped, first, second, third]);
  expect(ids(2)).toEqual([helped, first]);
  const page = listCoachingSessions(facilitator, { facilitator: facilitator.userId }, 2);
  const after = listCoachingSessions(facilitator, { facilitator: facilitator.userId, after: page.next }, 2);
  expect(after.rows.map((row) => row.id)).toEqual([second, third]);
  expect(after.next).toBeUndefined();
});

it("leaves complete sessions, deleted ones and those of an office that one left out of what is to complete", () => {
  const [office, other] = [makeOrganisation(), makeOrganisation()];
  const facilitator = makeMember(office.id, "facilitator");
  grantTo(facilitator.userId, other.id, "facilitator");
  const both = actorOf(facilitator.userId);
  const [here, there, deleted] = [office, other, office].map((place) => makeSession(both, place, { headCount: 2, note: "" }));
  makeSession(both, office, { headCount: 2 });
  sqlite().prepare("UPDATE coaching_sessions SET deleted_at = 1 WHERE id = ?").run(deleted);
  const ids = (actor: typeof both) =>
    listIncompleteSessions(actor)
      .map((row) => row.id)
      .sort();
  expect(ids(both)).toEqual([here, there].sort());
  expect(ids(facilitator)).toEqual([here]);
});
