import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { periodFile } from "~/testing/factories/calendar-file";
import { lastMailTo } from "~/testing/factories/mail";
import { makeRegistration, makeWorkshop, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { publishWorkshop } from "./commands.server";
import { tellHolidays } from "./edit-page.server";
import { replacePeriods } from "./equipment.commands.server";
import { holidayOf } from "./left-out.server";
import { getWorkshop, listWorkshops } from "./queries.server";
import { copySeason, seasonDates } from "./season.commands.server";
import { tellSeason } from "./season-page.server";
import { changeFollowing, copyWorkshop, planSeries, publishSeries } from "./series.commands.server";

openTestDatabase({ at: "2026-09-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const periods = (...holidays: [string, string, string][]) =>
    replacePeriods(facilitator, authorize(facilitator, "workshop.equipment", office), periodFile(...holidays));
  return { office, facilitator, place: authorize(facilitator, "workshop.plan", office), periods };
}

describe("a series changed from one date on", () => {
  /** Five Thursdays from 15 October, published; moved by five days each falls on a Tuesday. */
  function planned() {
    const world = setUp();
    world.periods(["Toussaint", "2026-10-17", "2026-11-02"]);
    const input = workshopInput({ parts: [{ day: "2026-10-15", from: "14:00", to: "16:00" }] });
    const series = { repeat: "weekly" as const, until: "2026-11-12", exceptions: [] };
    const { ids } = planSeries(world.facilitator, world.place, { input, series });
    const ask = (id: string) => authorize(world.facilitator, "workshop.plan", getWorkshop(world.facilitator, id));
    const [first = "", second = "", third = ""] = ids;
    const change = (day: string) => ({ ...input, parts: [{ day, from: "14:00", to: "16:00" }], version: ask(first).version });
    return { ...world, ids, ask, change, first, second, third };
  }

  it("says which of the following move into holidays, once, and keeps them unless a tick says so", () => {
    const { facilitator, ids, ask, change, first } = planned();
    const tell = (day: string, values: Record<string, string> = {}) =>
      tellHolidays(facilitator, ask(first), { input: change(day), values: { scope: "following", ...values } });
    const days = ["mercredi 21 octobre 2026 (Toussaint)", "mercredi 28 octobre 2026 (Toussaint)"];
    const feast = "mercredi 11 novembre 2026 (jour férié)";
    const told = tell("2026-10-14");
    expect(told.holidays?.lists).toEqual([
      {
        title: "3 dates tombent pendant des vacances ou un jour férié",
        texts: [...days, feast],
        rest: expect.stringContaining("gardées"),
      },
    ]);
    expect([told.isRead, tell("2026-10-14", { leftOut: told.holidays?.key ?? "" }).isRead]).toEqual([false, true]);
    const ticked = tell("2026-10-14", { withoutSchool: "on" });
    expect(ticked.holidays?.lists.map((one) => one.texts)).toEqual([days, [feast]]);
    expect(ticked.dates.map((one) => one.id)).toEqual([first, ids[3], ids[4]]);
    // Days that do not move were told when they were planned; one date alone tells nothing here.
    expect(tell("2026-10-15").holidays).toBeNull();
    expect(tell("2026-10-14", { scope: "one" }).holidays).toBeNull();
    changeFollowing(facilitator, ask(first), { input: change("2026-10-14") });
    expect(ids.map((id) => getWorkshop(facilitator, id).heldOn)).toContain("2026-10-28");
  });

  it("takes away what a tick leaves out: a draft is deleted, a published date is called off and its registered told", () => {
    const { facilitator, ids, ask, change, first, second, third } = planned();
    publishSeries(facilitator, ask(first));
    makeRegistration(ask(third), { email: "troisieme@hote.example" });
    const edit = { input: change("2026-10-14"), values: { scope: "following", withoutSchool: "on" } };
    const told = tellHolidays(facilitator, ask(first), edit);
    expect(told.holidays?.lists[0]?.rest).toMatch(
      /^Il en reste 3\. Un brouillon est supprimé, une date publiée est annulée\s: 1 personne sera prévenue\.$/,
    );
    const given = { input: change("2026-10-14"), without: { schoolHolidays: true } };
    expect(changeFollowing(facilitator, ask(first), given)).toEqual({ count: 3, told: 1 });
    expect([second, third].map((id) => getWorkshop(facilitator, id).state)).toEqual(["cancelled", "cancelled"]);
    expect(lastMailTo("troisieme@hote.example")?.subject).toContain("Atelier annulé");
    expect(ids.slice(3).map((id) => getWorkshop(facilitator, id).heldOn)).toEqual(["2026-11-04", "2026-11-11"]);
  });

  it("deletes the drafts that a tick leaves out", () => {
    const { facilitator, ask, change, first, second } = planned();
    changeFollowing(facilitator, ask(first), { input: change("2026-10-14"), without: { schoolHolidays: true } });
    expect(() => getWorkshop(facilitator, second)).toThrow();
  });
});

describe("a copy", () => {
  it("is a draft with the questions, on its own day, and a season goes over to the same weekdays", () => {
    const { office, facilitator, place } = setUp();
    const questions = [{ id: newId(), label: "Votre niveau", kind: "text" as const }];
    const workshop = makeWorkshop(facilitator, office, { questions });
    makeRegistration(workshop);
    const ask = authorize(facilitator, "workshop.plan", workshop);
    const copy = copyWorkshop(facilitator, ask, { id: newId(), on: "2027-01-12" });
    expect(getWorkshop(facilitator, copy.id)).toMatchObject({ state: "draft", heldOn: "2027-01-12", title: "Répondre aux avis" });
    publishWorkshop(facilitator, authorize(facilitator, "workshop.plan", getWorkshop(facilitator, copy.id)));
    const period = { id: newId(), from: "2026-12-01", to: "2026-12-31" };
    expect(copySeason(facilitator, place, period)).toEqual({ count: 1 });
    expect(copySeason(facilitator, place, period)).toEqual({ count: 1 });
    expect(listWorkshops(facilitator, { view: "draft" }).rows.map((row) => row.heldOn)).toEqual(["2027-12-09"]);
  });

  it("says which new days fall in holidays, and leaves them out by a tick", () => {
    const { office, facilitator, place, periods } = setUp();
    periods(["Noël", "2027-12-18", "2028-01-03"]);
    for (const day of ["2026-12-22", "2026-12-23", "2027-05-21", "2026-12-10"])
      makeWorkshop(facilitator, office, { parts: [{ day, from: "14:00", to: "16:00" }] });
    const season = { from: "2026-12-01", to: "2027-06-30" };
    expect(seasonDates(office, season)).toEqual({
      count: 4,
      leftOut: [],
      kept: [
        { day: "2027-12-21", why: "Noël" },
        { day: "2027-12-22", why: "Noël" },
      ],
    });
    const asked = { period: season, values: { withoutSchool: "on" } };
    const { holidays } = tellSeason(facilitator, office, asked);
    expect(holidays?.lists).toEqual([
      {
        title: "2 dates sont laissées de côté",
        texts: ["mardi 21 décembre 2027 (Noël)", "mercredi 22 décembre 2027 (Noël)"],
        rest: "Il en reste 2.",
      },
    ]);
    const read = { ...asked, values: { ...asked.values, leftOut: holidays?.key ?? "" } };
    expect(tellSeason(facilitator, office, read).holidays).toBeNull();
    expect(copySeason(facilitator, place, { id: newId(), ...season, without: { schoolHolidays: true } })).toEqual({ count: 2 });
    const days = listWorkshops(facilitator, { view: "draft" }).rows.map((row) => row.heldOn);
    expect(days).toEqual(["2027-12-09", "2028-05-19"]);
    const workshop = { parts: [{ heldOn: "2026-12-10" }], on: "2027-12-20" };
    expect(holidayOf(facilitator, office, workshop)).toBe("Noël");
    expect(holidayOf(facilitator, office, { ...workshop, on: "2027-11-11" })).toBe("jour férié");
    expect(holidayOf(facilitator, office, { ...workshop, on: "2027-11-12" })).toBeUndefined();
  });
});
