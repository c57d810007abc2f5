import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { db, sqlite } from "~/db/client.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { openTestDatabase } from "~/testing/database";
import { mainEstablishment, makeEstablishment } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { closedOn } from "./closed.queries.server";
import { listStates } from "./establishments.queries.server";
import { recordState, removeState } from "./states.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office);
  const main = authorize(facilitator, "provider.correct", mainEstablishment(facilitator, provider));
  // Known since long before: what is said of earlier days counts.
  sqlite().prepare("UPDATE establishment_states SET from_on = '2020-01-01' WHERE establishment_id = ?").run(main.id);
  const isClosedOn = (day: string) => db().all(closedOn([office.id], day)).length === 1;
  return { facilitator, provider, main, isClosedOn };
}
const days = ["2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01", "2027-03-01"];

describe("a provider that closes", () => {
  it("is closed from each closing to the next opening, days to come included", () => {
    const { facilitator, main, isClosedOn } = setUp();
    recordState(facilitator, main, { state: "closed", fromOn: "2026-01-01" });
    recordState(facilitator, main, { state: "open", fromOn: "2026-06-01" });
    recordState(facilitator, main, { state: "closed", fromOn: "2026-09-01" });
    recordState(facilitator, main, { state: "open", fromOn: "2027-03-01" });
    expect(days.map(isClosedOn)).toEqual([false, true, true, false, false, true, false]);
    const last = listStates(main.id).find((one) => one.fromOn === "2026-09-01");
    removeState(facilitator, main, last?.id ?? "");
    expect(days.map(isClosedOn)).toEqual([false, true, true, false, false, false, false]);
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("is open while one of its establishments is, and closed once that one is gone", () => {
    const { facilitator, provider, main, isClosedOn } = setUp();
    recordState(facilitator, main, { state: "sold", fromOn: "2026-01-01" });
    expect(isClosedOn("2026-06-01")).toBe(true);
    const second = makeEstablishment(facilitator, provider);
    // It may have stood long before it was registered: of earlier days nothing is known.
    expect(isClosedOn("2026-06-01")).toBe(false);
    expect(isClosedOn("2026-11-24")).toBe(false);
    sqlite().prepare("UPDATE establishments SET deleted_at = 1 WHERE id = ?").run(second.id);
    expect(isClosedOn("2026-11-24")).toBe(true);
    sqlite().prepare("UPDATE providers SET deleted_at = 1 WHERE id = ?").run(provider.id);
    expect(isClosedOn("2026-11-24")).toBe(false);
    expect(checkFigures(sqlite())).toEqual([]);
  });
});
