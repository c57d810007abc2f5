import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeDashboard } from "./describe.server";
import { describeMine } from "./describe-mine.server";
import { readDashboard, resolveDashboard } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const other = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const log = (by: typeof facilitator, heldOn: string, due = "2026-11-20") =>
    makeSession(by, office, {
      providers: [gite.id],
      heldOn,
      duration: 60,
      preparation: 30,
      nextStep: `Étape du ${heldOn}`,
      nextStepDue: "date",
      nextStepDate: due,
    });
  log(facilitator, "2026-11-23");
  log(facilitator, "2026-10-01", "2026-12-24");
  log(other, "2026-11-24");
  return { office, facilitator, other, director };
}

describe("a facilitator's own page", () => {
  it("shows her week day by day, with what she alone did", () => {
    const { facilitator } = setUp();
    const { week } = describeMine(facilitator, {});
    expect(week.title).toBe("Semaine 48, du 23 novembre au 29 novembre 2026");
    expect(week.rows.map(({ cells }) => cells.at(-1)?.text)).toEqual(["1,5\u00a0h", "–", "–", "–", "–", "–", "–"]);
    expect(week.next).toBeUndefined();
    expect(describeMine(facilitator, { week: "2026-10-02" }).week.rows[3]?.cells.at(-1)?.text).toBe("1,5\u00a0h");
  });

  it("holds the week against the hours granted", () => {
    const { facilitator } = setUp();
    sqlite().prepare("UPDATE memberships SET hours_per_year = 365 WHERE user_id = ?").run(facilitator.userId);
    expect(describeMine(facilitator, {}).week.sentence).toMatch(/^1,5\u00a0h notées sur 7\u00a0h accordées/);
  });

  it("lists her own late plans and goals, and none of a colleague's", () => {
    const { facilitator, other, director, office } = setUp();
    makeGoal(director, office, { facilitatorId: facilitator.userId });
    makeGoal(director, office);
    expect(describeMine(facilitator, {}).late.rows.map(({ title }) => title)).toEqual(["Étape du 2026-11-23"]);
    expect(describeMine(facilitator, {}).goals).toHaveLength(1);
    expect(describeMine(other, {}).goals).toHaveLength(0);
  });

  it("says what the director reads of her, figure for figure", () => {
    const { facilitator, director } = setUp();
    const asked = resolveDashboard(director, { facilitator: facilitator.userId });
    const seen = describeDashboard(director, asked, readDashboard(director, asked));
    const mine = describeMine(facilitator, {});
    for (const block of ["reach", "sessions", "plans", "workshops", "hours"] as const) expect(mine[block]).toEqual(seen[block]);
    expect(mine.weeks).toEqual(seen.series.weeks);
  });
});
