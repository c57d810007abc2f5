import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { changedDates, plannedDates, type SeriesInput } from "~/features/workshops/planned-dates.queries.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { newId } from "~/lib/ids";
import { easterOf, isHoliday } from "~/lib/public-holidays";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment, makeSlot, slotInput } from "~/testing/factories/agenda";
import { lastMailTo } from "~/testing/factories/mail";
import { makeContact } from "~/testing/factories/record";
import { makeDraft, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { getAppointment } from "./appointments.queries.server";
import { daysOf, weekGrant } from "./model";
import { openingsOf } from "./openings.server";
import { grantSeasonHours } from "./season-hours.commands.server";
import { listOpenings } from "./slots.queries.server";
import { UnconfirmedError } from "./warnings";
import { readWeekLoad } from "./workload.queries.server";
import { meetsOfWorkshop } from "./workshop-warnings.server";

openTestDatabase({ at: "2026-10-19T08:00:00Z" });

function setUp(zone = "Europe/Paris") {
  const made = makeOrganisation();
  sqlite().prepare("UPDATE organisations SET zone = ? WHERE id = ?").run(zone, made.id);
  const office = { ...made, zone };
  const facilitator = makeMember(office.id, "facilitator");
  return { office, facilitator, provider: { ...makeProvider(facilitator, office), zone } };
}

const asked = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof UnconfirmedError) return error.warnings.map((one) => one.kind);
    throw error;
  }
  return [];
};

const row = (given: object) => {
  const { duration, isForProviders: _open, toOn, version: _version, ...slot } = slotInput(given);
  const rest = { durationMinutes: duration, isForProviders: true, toOn: toOn ?? null, deletedAt: null, version: 1 };
  return { ...slot, ...rest, ownerId: "o", facilitatorId: "f", createdAt: 1 };
};

describe("the night the clock changes", () => {
  it("offers no hour that is skipped, and one of each that comes twice", () => {
    const night = row({ weekday: "7", opensAt: "01:00", closesAt: "05:00" });
    const spring = openingsOf(night, "Europe/Paris", { from: "2026-03-29", to: "2026-03-29" });
    expect(spring.map((one) => new Date(one.startsAt).toISOString().slice(11, 16))).toEqual(["00:00", "01:00", "02:00"]);
    const autumn = openingsOf(night, "Europe/Paris", { from: "2026-10-25", to: "2026-10-25" });
    expect(autumn.map((one) => new Date(one.startsAt).toISOString().slice(5, 16))).toEqual([
      "10-24T23:00",
      "10-25T00:00",
      "10-25T02:00",
      "10-25T03:00",
    ]);
  });

  it("refuses a skipped hour, and takes the first of a doubled one once that is read", () => {
    const { facilitator, provider } = setUp();
    expect(() => makeAppointment(facilitator, provider, { day: "2027-03-28", hour: "02:30" })).toThrow("clockSkipped");
    const doubled = { day: "2026-10-25", hour: "02:30" };
    expect(asked(() => makeAppointment(facilitator, provider, doubled))).toEqual(["dayOff", "doubled"]);
    const id = makeAppointment(facilitator, provider, { ...doubled, confirmed: "dayOff doubled" });
    expect(getAppointment(facilitator, id).startsAt).toBe(Date.parse("2026-10-25T00:30:00Z"));
  });

  it("keeps a weekly hour at the same clock time", () => {
    const weekly = openingsOf(row({ weekday: "4", closesAt: "10:00" }), "Europe/Paris", { from: "2026-10-19", to: "2026-10-31" });
    expect(weekly.map((one) => new Date(one.startsAt).toISOString())).toEqual([
      "2026-10-22T07:00:00.000Z",
      "2026-10-29T08:00:00.000Z",
    ]);
  });
});

describe("an office in Guadeloupe", () => {
  it("keeps its own clock and day, and its mail names the place", () => {
    const { office, facilitator, provider } = setUp("America/Guadeloupe");
    const contact = makeContact(facilitator, provider, { email: `hote-${newId().slice(-6)}@pins.example` });
    const id = makeAppointment(facilitator, provider, { day: "2026-12-01", hour: "20:30", contactId: contact.id });
    const saved = getAppointment(facilitator, id);
    expect(saved).toMatchObject({
      heldOn: "2026-12-01",
      zone: "America/Guadeloupe",
      startsAt: Date.parse("2026-12-02T00:30:00Z"),
    });
    expect(lastMailTo(contact.email ?? "")?.subject).toContain("(Guadeloupe)");
    makeSlot(facilitator, office, { weekday: "4", horizonDays: "300", opensAt: "08:00", closesAt: "09:00" });
    const days = listOpenings({ ownerId: office.id, isForProvider: true, from: "2027-05-20" });
    expect(days[0]).toMatchObject({ heldOn: "2027-05-20", startsAt: Date.parse("2027-05-20T12:00:00Z") });
    // The abolition is kept there, and not in Paris.
    expect(days.map((one) => one.heldOn)).not.toContain("2027-05-27");
    expect(isHoliday("2027-05-27", "Europe/Paris")).toBe(false);
  });
});

describe("what a time meets", () => {
  it("is an overlap, a road too short, a holiday, an absence", () => {
    const { facilitator, provider } = setUp();
    makeAppointment(facilitator, provider, { day: "2026-11-03", hour: "10:00", travel: "60" });
    const at = (given: object) => asked(() => makeAppointment(facilitator, provider, { day: "2026-11-03", ...given }));
    expect(at({ hour: "10:30" })).toEqual(["overlap"]);
    expect(at({ hour: "11:15", travel: "80" })).toEqual(["travel"]);
    expect(at({ hour: "11:40", channel: "phone" })).toEqual([]);
    expect(at({ day: "2026-11-11", hour: "10:00" })).toEqual(["holiday"]);
    sqlite()
      .prepare("INSERT INTO absences (id, user_id, starts_on, ends_on, created_at) VALUES (?, ?, '2026-11-05', '2026-11-06', 1)")
      .run(newId(), facilitator.userId);
    expect(at({ day: "2026-11-05", hour: "10:00" })).toEqual(["absence"]);
  });

  it("is a week over its hours, and a season week has its own", () => {
    const { office, facilitator, provider } = setUp();
    sqlite().prepare("UPDATE memberships SET hours_per_year = 365 WHERE user_id = ?").run(facilitator.userId);
    expect(readWeekLoad(facilitator.userId, "2026-11-17")).toMatchObject({ granted: 420, planned: 0 });
    makeAppointment(facilitator, provider, { day: "2026-11-17", hour: "09:00", duration: "4h" });
    makeAppointment(facilitator, provider, { day: "2026-11-18", hour: "09:00", duration: "2h", travel: "60" });
    expect(readWeekLoad(facilitator.userId, "2026-11-17").planned).toBe(420);
    expect(asked(() => makeAppointment(facilitator, provider, { day: "2026-11-19", hour: "09:00" }))).toEqual(["hours"]);
    sqlite().prepare("UPDATE organisations SET season_weeks = '[47]' WHERE id = ?").run(office.id);
    const director = makeMember(office.id, "director");
    grantSeasonHours(director, authorize(director, "workload.grant", office), {
      userId: facilitator.userId,
      version: 0,
      hours: 20,
    });
    expect(readWeekLoad(facilitator.userId, "2026-11-17").granted).toBe(1200);
    expect(asked(() => makeAppointment(facilitator, provider, { day: "2026-11-19", hour: "09:00" }))).toEqual([]);
    expect(() => authorize(facilitator, "workload.grant", office)).toThrow();
  });
});

describe("what a workshop meets", () => {
  const meets = (facilitator: ReturnType<typeof makeMember>, asked: object) => {
    const {
      office,
      given = {},
      series,
      confirmed,
    } = asked as {
      office: { id: string; zone: string };
      given?: object;
      series?: SeriesInput;
      confirmed?: string;
    };
    const input = workshopInput({ facilitators: [facilitator.userId], ...given });
    const { dates } = plannedDates(input, office, series);
    return meetsOfWorkshop(facilitator, { office, input, dates, confirmed });
  };
  const part = (day: string, from = "14:00", to = "16:00") => ({ parts: [{ day, from, to }] });

  it("is said of each date and person, once read it is kept, and an unchanged time is not asked again", () => {
    const { office, facilitator, provider } = setUp();
    const other = makeMember(office.id, "facilitator", { name: "Luc Ferrandon" });
    makeAppointment(facilitator, provider, { day: "2026-11-03", hour: "15:00" });
    makeAppointment(other, provider, { day: "2026-11-10", hour: "16:10", travel: "60" });
    expect(meets(facilitator, { office, given: part("2026-11-05") })).toBeUndefined();
    const overlap = meets(facilitator, { office, given: part("2026-11-03") });
    expect(overlap).toMatchObject({ key: "overlap", texts: [expect.stringContaining("Se superpose à")] });
    expect(meets(facilitator, { office, given: part("2026-11-03"), confirmed: "overlap" })).toBeUndefined();
    const both = { facilitators: [facilitator.userId, other.userId], ...part("2026-11-03") };
    const series = { repeat: "weekly" as const, until: "2026-11-12", exceptions: [] };
    const texts = meets(facilitator, { office, given: both, series })?.texts ?? [];
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^Mardi 3 novembre, .+\u00a0: se superpose à/);
    expect(texts[1]).toMatch(/^Mardi 10 novembre, Luc Ferrandon\u00a0: 10\u00a0min seulement/);
    const workshop = makeDraft(facilitator, office, both);
    const saved = getWorkshop(facilitator, workshop.id);
    const again = (given: object) => {
      const input = workshopInput({ ...both, ...given });
      const { dates } = changedDates(saved, input, { isFollowing: false });
      return meetsOfWorkshop(facilitator, { office, input, dates, confirmed: undefined });
    };
    expect(again({})).toBeUndefined();
    expect(again(part("2026-11-03", "14:30", "16:00"))?.key).toBe("overlap");
    expect(again(part("2026-11-11"))?.key).toBe("holiday");
  });

  it("is a week over its hours: planned workshops count, each part in its week, until their session is written", () => {
    const { office, facilitator } = setUp();
    sqlite().prepare("UPDATE memberships SET hours_per_year = 365 WHERE user_id = ?").run(facilitator.userId);
    const first = makeDraft(facilitator, office, { ...part("2026-11-17", "09:00", "13:00"), facilitators: [facilitator.userId] });
    expect(readWeekLoad(facilitator.userId, "2026-11-17").planned).toBe(240);
    const twice = { parts: [...part("2026-11-18", "09:00", "11:00").parts, ...part("2026-11-19", "09:00", "11:00").parts] };
    expect(meets(facilitator, { office, given: twice })).toMatchObject({
      key: "hours",
      texts: [expect.stringMatching(/8.h pour 7.h/)],
    });
    expect(meets(facilitator, { office, given: part("2026-11-24", "09:00", "13:00") })).toBeUndefined();
    sqlite().prepare("UPDATE workshops SET state = 'cancelled' WHERE id = ?").run(first.id);
    expect(readWeekLoad(facilitator.userId, "2026-11-17").planned).toBe(0);
    expect(meets(facilitator, { office, given: twice })).toBeUndefined();
  });

  it("tells nothing of who does not hold workshops at the office", () => {
    const [mine, theirs] = [setUp(), setUp()];
    makeAppointment(theirs.facilitator, theirs.provider, { day: "2026-11-03", hour: "15:00" });
    const given = { ...part("2026-11-03"), facilitators: [theirs.facilitator.userId] };
    expect(meets(mine.facilitator, { office: mine.office, given })).toBeUndefined();
  });
});

describe("the calendar's arithmetic", () => {
  it.each([
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
  ])("finds Easter of %i", (year, day) => expect(easterOf(year)).toBe(day));

  it("spreads over the other weeks what the season leaves", () => {
    const grant = { year: 52 * 600, week: 600, seasonWeek: 60, seasonWeeks: [27, 28] };
    expect(weekGrant("2026-06-29", grant)).toBe(60);
    expect(weekGrant("2026-11-16", grant) * 50 + 2 * 60).toBeCloseTo(52 * 600, -2);
  });

  it("shows whole weeks of a month", () => {
    expect(daysOf("month", "2026-11-24")).toMatchObject({
      from: "2026-10-26",
      to: "2026-12-06",
      before: "2026-10-31",
      after: "2026-12-01",
    });
  });
});
