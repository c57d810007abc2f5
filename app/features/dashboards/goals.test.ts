import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeGoals, describeGoalsUnderWay } from "./describe-goals.server";
import { dashboardQuery } from "./form";
import { changeGoal, deleteGoal } from "./goal.commands.server";
import { goalSchema } from "./goal.form";
import { getDeletedGoal, getGoal, listGoals, measureGoal } from "./goal.queries.server";
import { resolveDashboard } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  return { office, facilitator, director, gite: makeProvider(facilitator, office), hotel: makeProvider(facilitator, office) };
}
const own = (director: ReturnType<typeof makeMember>, id: string) => authorize(director, "goal.set", getGoal(director, id));

describe("a goal", () => {
  it("counts what the figures count, and nothing outside its days, its person or its theme", () => {
    const { office, facilitator, director, gite, hotel } = setUp();
    makeSession(facilitator, office, { providers: [gite.id], heldOn: "2026-03-02", theme: "reputation", duration: 60 });
    makeSession(facilitator, office, { providers: [gite.id], heldOn: "2026-04-02", theme: "website", duration: 30 });
    makeSession(facilitator, office, { providers: [hotel.id], heldOn: "2025-04-02", duration: 30 });
    const value = (given: Record<string, unknown>) =>
      measureGoal(director, getGoal(director, makeGoal(director, office, given))).value;
    expect(value({ figure: "reached" })).toBe(1);
    expect(value({ figure: "sessions" })).toBe(2);
    expect(value({ figure: "contact", target: 10 })).toBe(90);
    expect(value({ figure: "sessions", theme: "reputation" })).toBe(1);
    expect(value({ figure: "sessions", startsOn: "2026-04-01", endsOn: "2026-12-31" })).toBe(1);
    expect(value({ figure: "sessions", startsOn: "2027-01-01", endsOn: "2027-12-31" })).toBe(0);
  });

  it("is told in words, without a forecast before two full years", () => {
    const { office, facilitator, director, gite } = setUp();
    makeSession(facilitator, office, { providers: [gite.id], heldOn: "2026-03-02" });
    makeGoal(director, office, { target: 4 });
    const [line] = describeGoals(facilitator);
    expect(line).toMatchObject({ part: 0.25, progress: "1 sur 4, 25\u00a0%", isWarning: false });
    expect(line?.pace).toMatch(/deux années entières/);
    expect(line?.rowsTo).toBe(`/dashboard?period=custom&from=2026-01-01&to=2026-12-31&office=${office.id}`);
    const { period, from, to } = dashboardQuery.parse(
      Object.fromEntries(new URL(line?.rowsTo ?? "", "http://localhost").searchParams),
    );
    expect({ period, from, to }).toEqual({ period: "custom", from: "2026-01-01", to: "2026-12-31" });
  });

  it("stands on the dashboard while it runs, of the offices shown, for who reads them in detail", () => {
    const { office, facilitator, director } = setUp();
    makeGoal(director, office, { target: 4 });
    makeGoal(director, office, { target: 9, startsOn: "2026-01-01", endsOn: "2026-03-31" });
    const told = (actor: typeof director) => describeGoalsUnderWay(actor, resolveDashboard(actor, {})).map(({ part }) => part);
    expect(told(facilitator)).toHaveLength(1);
    const stranger = setUp();
    expect(told(stranger.director)).toEqual([]);
  });

  it("takes a year in which the office began late for no full one", () => {
    const { office, facilitator, director, gite } = setUp();
    for (const day of ["2024-06-03", "2024-12-10", "2025-02-03", "2025-12-10"])
      makeSession(facilitator, office, { providers: [gite.id], heldOn: day });
    const goal = getGoal(director, makeGoal(director, office, { figure: "sessions", target: 10 }));
    expect(measureGoal(director, goal).partsBefore).toEqual([0.5]);
    expect(describeGoals(director)[0]).toMatchObject({ isWarning: false });
  });

  it("is held against what the two years before had reached by the same day", () => {
    const { office, facilitator, director, gite } = setUp();
    for (const year of ["2024", "2025"]) {
      for (const day of ["02-03", "05-04", "12-10", "12-11"])
        makeSession(facilitator, office, { providers: [gite.id], heldOn: `${year}-${day}` });
    }
    const goal = getGoal(director, makeGoal(director, office, { figure: "sessions", target: 10 }));
    expect(measureGoal(director, goal)).toMatchObject({ value: 0, place: "during", partsBefore: [0.5, 0.5], awaited: 5 });
    expect(describeGoals(director)[0]).toMatchObject({ isWarning: true });
  });

  it("is changed with its history, refused when it was saved since, taken away and brought back", () => {
    const { office, director } = setUp();
    const id = makeGoal(director, office);
    const input = goalSchema.parse({
      id,
      version: 1,
      figure: "supports",
      target: 50,
      startsOn: "2026-01-01",
      endsOn: "2026-06-30",
      reason: "Avenant du conseil communautaire",
    });
    expect(() => changeGoal(director, own(director, id), { ...input, reason: undefined })).toThrow(/goalReason/);
    changeGoal(director, own(director, id), input);
    expect(getGoal(director, id)).toMatchObject({ figure: "supports", target: 50, version: 2 });
    expect(() => changeGoal(director, own(director, id), { ...input, target: 60 })).toThrow(ConflictError);
    deleteGoal(director, own(director, id), { isBack: false });
    expect(listGoals(director)).toEqual([]);
    deleteGoal(director, authorize(director, "goal.set", getDeletedGoal(director, id)), { isBack: true });
    expect(listGoals(director)).toHaveLength(1);
  });

  it("is set by the head alone, read by the facilitator, and unknown elsewhere", () => {
    const { office, facilitator, director } = setUp();
    const id = makeGoal(director, office);
    expect(() => authorize(facilitator, "goal.set", getGoal(facilitator, id))).toThrow(ForbiddenError);
    expect(listGoals(facilitator)).toHaveLength(1);
    for (const other of [makeMember(office.id, "colleague"), makeMember(makeOrganisation().id, "director")])
      expect(() => getGoal(other, id)).toThrow(NotFoundError);
  });

  it("takes no person and no funder of elsewhere, and no end before its start", () => {
    const { office, director } = setUp();
    expect(() => makeGoal(director, office, { funderId: "0190a0a0-0000-7000-8000-000000000000" })).toThrow(/unknownChoice/);
    expect(() => makeGoal(director, office, { facilitatorId: director.userId })).toThrow(/unknownChoice/);
    expect(() => makeGoal(director, office, { figure: "actionsDone", theme: "website" })).toThrow(/goalTheme/);
    expect(goalSchema.safeParse({ figure: "sessions", target: 0, startsOn: "2026-02-01", endsOn: "2026-01-01" }).success).toBe(
      false,
    );
  });
});
