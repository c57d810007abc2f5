import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { clockOf } from "~/lib/clock-time.server";
import { openTestDatabase } from "~/testing/database";
import { periodFile } from "~/testing/factories/calendar-file";
import { lastMailTo } from "~/testing/factories/mail";
import { makeRegistration, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { writeCalendar } from "./calendar.server";
import { momentsOf } from "./columns.server";
import { replacePeriods } from "./equipment.commands.server";
import { describeHolidays } from "./left-out.server";
import { plannedDates } from "./planned-dates.queries.server";
import { getWorkshop } from "./queries.server";
import { datesOf, ruleOf } from "./recurrence.server";
import { changeFollowing, planSeries, publishSeries } from "./series.commands.server";
import { describePart } from "./when.server";

openTestDatabase({ at: "2026-09-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  return { office, facilitator, place: authorize(facilitator, "workshop.plan", office) };
}
const weekly = { repeat: "weekly" as const, until: "2026-11-05", exceptions: ["2026-10-29"] };
const october = [{ day: "2026-10-15", from: "14:00", to: "16:00" }];

describe("a rule", () => {
  it.each([
    {
      label: "weekly",
      repeat: "weekly" as const,
      from: "2026-10-15",
      until: "2026-10-31",
      days: ["2026-10-15", "2026-10-22", "2026-10-29"],
    },
    {
      label: "fortnightly",
      repeat: "fortnightly" as const,
      from: "2026-10-15",
      until: "2026-11-15",
      days: ["2026-10-15", "2026-10-29", "2026-11-12"],
    },
    {
      label: "the third Thursday",
      repeat: "monthly" as const,
      from: "2026-10-15",
      until: "2026-12-31",
      days: ["2026-10-15", "2026-11-19", "2026-12-17"],
    },
    {
      label: "the last Friday",
      repeat: "monthly" as const,
      from: "2026-10-30",
      until: "2026-12-31",
      days: ["2026-10-30", "2026-11-27", "2026-12-25"],
    },
  ])("gives its days: $label", ({ repeat, from, until, days }) => {
    const series = { zone: "Europe/Paris", startsOn: from, startClock: "14:00", rule: ruleOf(repeat, from), exceptions: [] };
    expect(datesOf(series, until)).toEqual(days);
  });
});

describe("a series", () => {
  it("keeps its clock time across the change of clocks, without the days left out", () => {
    const { facilitator, place } = setUp();
    const { ids } = planSeries(facilitator, place, { input: workshopInput({ parts: october }), series: weekly });
    const dates = ids.map((id) => getWorkshop(facilitator, id));
    expect(dates.map((one) => one.heldOn)).toEqual(["2026-10-15", "2026-10-22", "2026-11-05"]);
    expect(dates.map((one) => clockOf(one.startsAt, one.zone))).toEqual(["14:00", "14:00", "14:00"]);
    expect(dates.map((one) => new Date(one.startsAt).getUTCHours())).toEqual([12, 12, 13]);
  });

  it("is changed from one date on, and tells the registered of each", () => {
    const { facilitator, place } = setUp();
    const input = workshopInput({ parts: october });
    const { ids } = planSeries(facilitator, place, { input, series: weekly });
    const [first = "", second = "", third = ""] = ids;
    const ask = (id: string) => authorize(facilitator, "workshop.plan", getWorkshop(facilitator, id));
    expect(publishSeries(facilitator, ask(first))).toEqual({ count: 3 });
    makeRegistration(ask(first), { email: "premiere@hote.example" });
    makeRegistration(ask(third), { email: "troisieme@hote.example" });
    const parts = [{ day: "2026-10-23", from: "09:30", to: "11:30" }];
    const change = { ...input, id: second, version: getWorkshop(facilitator, second).version, parts };
    expect(changeFollowing(facilitator, ask(second), { input: change })).toEqual({ count: 2, told: 1 });
    expect(ids.map((id) => getWorkshop(facilitator, id).heldOn)).toEqual(["2026-10-15", "2026-10-23", "2026-11-06"]);
    expect(lastMailTo("troisieme@hote.example")?.text).toContain("Maintenant\u00a0: vendredi 6 novembre");
    expect(lastMailTo("premiere@hote.example")?.subject).toContain("Inscription confirmée");
  });
});

describe("a series without holidays", () => {
  const series = { repeat: "weekly" as const, until: "2026-11-19", exceptions: [] };

  it("leaves out the dates of the office's own school holidays, and keeps them as exceptions of the rule", () => {
    const { office, facilitator, place } = setUp();
    replacePeriods(
      facilitator,
      authorize(facilitator, "workshop.equipment", office),
      periodFile(["Toussaint", "2026-10-17", "2026-11-01"]),
    );
    const input = workshopInput({ parts: october });
    const without = { schoolHolidays: true };
    const planned = plannedDates(input, office, { ...series, without });
    expect(planned.leftOut).toEqual([
      { day: "2026-10-22", why: "Toussaint" },
      { day: "2026-10-29", why: "Toussaint" },
    ]);
    const texts = ["jeudi 22 octobre 2026 (Toussaint)", "jeudi 29 octobre 2026 (Toussaint)"];
    expect(describeHolidays(facilitator, { ...planned, rest: planned.dates.length })).toEqual({
      key: "2026-10-22 2026-10-29/",
      lists: [{ title: "2 dates sont laissées de côté", rest: "Il en reste 4.", texts }],
    });
    const { ids } = planSeries(facilitator, place, { input, series: { ...series, without } });
    const dates = ids.map((id) => getWorkshop(facilitator, id));
    expect(dates.map((one) => one.heldOn)).toEqual(["2026-10-15", "2026-11-05", "2026-11-12", "2026-11-19"]);
    const kept = sqlite().prepare("SELECT exceptions FROM workshop_series WHERE id = ?").pluck().get(dates[0]?.seriesId);
    expect(JSON.parse(String(kept))).toEqual(["2026-10-22", "2026-10-29"]);
    expect(plannedDates(input, makeOrganisation(), { ...series, without }).leftOut).toEqual([]);
    const all = plannedDates(input, office, series);
    expect([all.leftOut, all.kept.map((one) => one.day)]).toEqual([[], ["2026-10-22", "2026-10-29"]]);
    expect(describeHolidays(facilitator, { ...all, rest: all.dates.length })?.lists).toEqual([
      { title: "2 dates tombent pendant des vacances ou un jour férié", rest: expect.stringContaining("gardées"), texts },
    ]);
  });

  it("leaves out a public holiday of the office's zone, and a date of which a later part falls in one", () => {
    const { office } = setUp();
    const parts = [...october, { day: "2026-10-21", from: "14:00", to: "16:00" }];
    const without = { publicHolidays: true };
    const days = (zone: string) =>
      plannedDates(workshopInput({ parts }), { ...office, zone }, { ...series, without }).leftOut.map((one) => one.day);
    // 11 November is the second part's day, six days after the first.
    expect(days("Europe/Paris")).toEqual(["2026-11-05"]);
    const may = { ...series, until: "2027-05-27", without };
    const spring = workshopInput({ parts: [{ day: "2027-05-20", from: "14:00", to: "16:00" }] });
    const inMay = (zone: string) => plannedDates(spring, { ...office, zone }, may).leftOut.map((one) => one.day);
    expect(inMay("America/Guadeloupe")).toEqual(["2027-05-27"]);
    expect(inMay("Europe/Paris")).toEqual([]);
  });

  it("plans nothing where every date is left out", () => {
    const { facilitator, place } = setUp();
    const input = workshopInput({ parts: [{ day: "2026-12-25", from: "14:00", to: "16:00" }] });
    const all = { repeat: "weekly" as const, until: "2026-12-31", exceptions: [], without: { publicHolidays: true } };
    expect(() => planSeries(facilitator, place, { input, series: all })).toThrow("seriesEmpty");
  });
});

describe("zones and clocks", () => {
  it("plans in the office's own clock time, and names the zone to whoever reads", () => {
    const { span, parts } = momentsOf([{ day: "2026-12-10", from: "14:00", to: "16:00" }], "America/Guadeloupe");
    expect(new Date(span.startsAt).toISOString()).toBe("2026-12-10T18:00:00.000Z");
    const [part = { startsAt: 0, endsAt: 0 }] = parts;
    expect(describePart("fr", part, "America/Guadeloupe")).toMatch(/jeudi 10 décembre 2026 de 14.h.00 à 16.h.00 \(.+\)$/);
    const calendar = writeCalendar("x", [
      {
        id: "w",
        title: "T",
        description: "",
        place: "",
        url: "https://balise.example",
        isCancelled: false,
        sequence: 0,
        organiser: { name: "O", email: null },
        parts: [{ id: "p", ...part }],
      },
    ]);
    expect(calendar).toContain("DTSTART:20261210T180000Z");
  });

  it("counts the real hours of a night when clocks change, and refuses an hour that does not exist", () => {
    const night = momentsOf([{ day: "2026-10-25", from: "01:00", to: "04:00" }], "Europe/Paris");
    expect(night.span.durationMinutes).toBe(240);
    expect(() => momentsOf([{ day: "2027-03-28", from: "02:30", to: "04:00" }], "Europe/Paris")).toThrow();
  });
});
