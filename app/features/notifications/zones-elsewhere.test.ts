import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { sqlite } from "~/db/client.server";
import { listCoachesBeside, listRolesHeld } from "~/features/accounts/people.queries.server";
import { figuresOf } from "~/features/api/figures.server";
import { listTimeline } from "~/features/coaching/timeline.queries.server";
import { timelineLine } from "~/features/coaching/timeline.server";
import { listToMeet } from "~/features/figures/to-meet.queries.server";
import { askHelp } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { listPossibleReaders } from "~/features/reports/schedule.queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";

// Ten in the evening of the 24th in Guadeloupe, three in the morning of the 25th in Paris.
openTestDatabase({ at: "2026-11-25T02:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  sqlite().prepare("UPDATE organisations SET zone = 'America/Guadeloupe' WHERE id = ?").run(office.id);
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office);
  return { office, facilitator, gite };
}

it.each([
  ["2026-11-24", 1],
  ["2026-11-23", 0],
])("who works until %s still does on the evening of the 24th, by the office's own day: %s", (endsOn, held) => {
  const { office, facilitator } = setUp();
  sqlite().prepare("UPDATE memberships SET ends_on = ? WHERE user_id = ?").run(endsOn, facilitator.userId);
  expect(loadActor(facilitator.userId)?.memberships).toHaveLength(held);
  expect(listRolesHeld(facilitator.userId)).toHaveLength(held);
  expect(listCoachesBeside([office.id], "")).toHaveLength(held);
  expect(listPossibleReaders(office.id)).toHaveLength(held);
});

it("nobody has a role before its first day there, nor above through it", () => {
  const territory = makeOrganisation({ kind: "territory" });
  makeOrganisation({ parentId: territory.id });
  const coordinator = makeMember(territory.id, "coordinator");
  expect(loadActor(coordinator.userId)?.below).toHaveLength(1);
  sqlite().prepare("UPDATE organisations SET zone = 'America/Guadeloupe' WHERE id = ?").run(territory.id);
  sqlite().prepare("UPDATE memberships SET starts_on = '2026-11-25' WHERE user_id = ?").run(coordinator.userId);
  expect(loadActor(coordinator.userId)).toMatchObject({ memberships: [], below: [] });
});

it("a host keeps its access until the end of its last day there", () => {
  const { facilitator, gite } = setUp();
  const host = makeProviderLogin(facilitator, gite);
  const end = sqlite().prepare("UPDATE provider_accesses SET ends_on = ? WHERE user_id = ?");
  end.run("2026-11-24", host.userId);
  expect(loadActor(host.userId)?.providerIds).toEqual([gite.id]);
  end.run("2026-11-23", host.userId);
  expect(loadActor(host.userId)?.providerIds).toEqual([]);
});

it("figures to date end on the office's own day, and so does the year without a session", () => {
  const { office, facilitator, gite } = setUp();
  const key = { ...facilitator, key: { organisationId: office.id, scopes: ["figures"] as const } };
  expect(figuresOf(key, {})).toMatchObject({ from: "2026-01-01", to: "2026-11-24" });
  const met = sqlite().prepare("UPDATE providers SET first_support_on = '2025-01-01', last_support_on = ? WHERE id = ?");
  const asked = { from: "2026-01-01", to: "2026-12-31" };
  met.run("2025-11-24", gite.id);
  expect(listToMeet(facilitator, asked).rows).toEqual([]);
  met.run("2025-11-23", gite.id);
  expect(listToMeet(facilitator, asked).rows).toHaveLength(1);
});

it("a provider's story tells the day that it was there", () => {
  const { facilitator, gite } = setUp();
  const host = makeProviderLogin(facilitator, gite);
  const row = authorize(host, "message.ask", getProviderForDesk(host, gite.id, "message.ask"));
  askHelp(host, row, { id: newId(), kind: "help", text: "Mon calendrier", contactId: null });
  const [first] = listTimeline(facilitator, gite.id, undefined).entries;
  expect(first && timelineLine("fr", "America/Guadeloupe", first).day).toBe("24 nov. 2026");
});
