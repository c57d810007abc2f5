import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeMeetRows, describeToMeet } from "./describe-to-meet.server";
import { readDashboard, resolveDashboard } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const pays = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: pays.id });
  const facilitator = makeMember(office.id, "facilitator");
  const names = ["Gîte récent", "Hôtel ancien", "Camping jamais vu", "Ferme seule"];
  const [recent, old, never, alone] = names.map((name) => makeProvider(facilitator, office, { name }).id);
  makeSession(facilitator, office, { providers: [recent ?? ""], heldOn: "2026-11-02" });
  makeSession(facilitator, office, { providers: [old ?? ""], heldOn: "2025-05-05" });
  const place = sqlite().prepare("UPDATE providers SET insee_code = ? WHERE id = ?");
  for (const id of [recent, old, never]) place.run("33514", id);
  place.run("33540", alone);
  const add = sqlite().prepare(
    "INSERT INTO channels (id, establishment_id, kind, url, state, created_at) SELECT ?, id, 'website', 'https://mort.example', 'broken', 0 FROM establishments WHERE provider_id = ?",
  );
  add.run(newId(), old);
  return { pays, office, facilitator };
}

describe("whom to meet next", () => {
  it("is who was never met or not for a year, the most reasons first, each with why", () => {
    const { facilitator } = setUp();
    const rows = describeMeetRows(facilitator, resolveDashboard(facilitator, {}), { page: 0 }).rows;
    expect(rows.map(({ name, cells }) => [name, cells[1]])).toEqual([
      ["Ferme seule", "Jamais rencontré · seul prestataire connu de sa commune"],
      ["Hôtel ancien", "Vu il y a 18 mois · aucun canal en ligne qui réponde · un canal en panne"],
      ["Camping jamais vu", "Jamais rencontré"],
    ]);
  });

  it("are as many as the figures say, and closed to whoever sees totals alone", () => {
    const { pays, facilitator } = setUp();
    const asked = resolveDashboard(facilitator, {});
    const { figures } = readDashboard(facilitator, asked);
    const value = (id: string) => figures.find((one) => one.id === id)?.value ?? 0;
    expect(describeMeetRows(facilitator, asked, { page: 0 }).rows).toHaveLength(value("never") + value("longSince"));
    const coordinator = makeMember(pays.id, "coordinator");
    const outside = resolveDashboard(coordinator, {});
    expect(describeToMeet(coordinator, outside, {}).rows).toEqual([]);
    expect(() => describeMeetRows(coordinator, outside, { page: 0 })).toThrow(NotFoundError);
  });
});
