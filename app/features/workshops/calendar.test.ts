import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { renewFeed } from "~/features/agenda/feeds.commands.server";
import { readFeed } from "~/features/agenda/feeds.queries.server";
import { setClock } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { cancelWorkshop, changeWorkshop } from "./commands.server";
import { seriesFrom } from "./posted.server";
import { writeProgrammeCalendar } from "./programme-calendar.server";
import { getWorkshop } from "./queries.server";
import { cancelRegistration } from "./registrations.commands.server";
import { planSeries, publishSeries } from "./series.commands.server";
import { visitor } from "./visitor";

openTestDatabase({ at: "2026-09-24T10:00:00Z" });

/** The events as another program reads them, in its own order of time. */
function eventsOf(text: string) {
  const parts = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const events = parts.map((part) => {
    const event = new ICAL.Event(part);
    const status = String(part.getFirstPropertyValue("status"));
    const stamp = String(part.getFirstPropertyValue("dtstamp"));
    return {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
      sequence: event.sequence ?? 0,
      status,
      stamp,
    };
  });
  return events.toSorted((a, b) => a.start.localeCompare(b.start));
}

function setUp(zone = "Europe/Paris") {
  const made = makeOrganisation();
  sqlite().prepare("UPDATE organisations SET zone = ? WHERE id = ?").run(zone, made.id);
  const office = { ...made, zone };
  const facilitator = makeMember(office.id, "facilitator");
  return { office, facilitator, place: authorize(facilitator, "workshop.plan", office) };
}

const thursdays = [{ day: "2026-10-15", from: "14:00", to: "16:00" }];

function publishThursdays({ facilitator, place }: ReturnType<typeof setUp>) {
  const series = { repeat: "weekly" as const, until: "2026-11-12", exceptions: ["2026-10-29"] };
  const input = workshopInput({ parts: thursdays, audience: "public" });
  const { ids } = planSeries(facilitator, place, { input, series });
  const ask = (id: string) => authorize(facilitator, "workshop.plan", getWorkshop(facilitator, id));
  publishSeries(facilitator, ask(ids[0] ?? ""));
  return { ids, ask, input };
}

describe("a series in another program's calendar", () => {
  it("has its dates at the office's hour across the change of clocks, without the exception; a moved date counts on, a cancelled one says so", () => {
    const world = setUp();
    const { ids, ask, input } = publishThursdays(world);
    const before = eventsOf(writeProgrammeCalendar(world.office.slug));
    expect(before.map((one) => one.start)).toEqual([
      "2026-10-15T12:00:00.000Z",
      "2026-10-22T12:00:00.000Z",
      "2026-11-05T13:00:00.000Z",
      "2026-11-12T13:00:00.000Z",
    ]);
    expect(new Set(before.map((one) => one.zone))).toEqual(new Set(["UTC"]));
    expect(new Set(before.map((one) => one.uid)).size).toBe(4);
    const [, second = "", third = ""] = ids;
    const parts = [{ day: "2026-10-23", from: "09:00", to: "11:00" }];
    const { version } = getWorkshop(world.facilitator, second);
    changeWorkshop(world.facilitator, ask(second), { ...input, questions: [], id: second, version, parts });
    cancelWorkshop(world.facilitator, ask(third), "Salle fermée");
    const after = eventsOf(writeProgrammeCalendar(world.office.slug));
    expect(after.map(({ start, sequence, status }) => [start.slice(0, 16), sequence, status])).toEqual([
      ["2026-10-15T12:00", 0, "CONFIRMED"],
      ["2026-10-23T07:00", 1, "CONFIRMED"],
      ["2026-11-05T13:00", 1, "CANCELLED"],
      ["2026-11-12T13:00", 0, "CONFIRMED"],
    ]);
    expect(after.map((one) => one.uid)).toEqual(before.map((one) => one.uid));
    const own = eventsOf(readFeed(renewFeed(world.facilitator, { kind: "person" })));
    expect(own.map(({ uid, start, sequence, status }) => ({ uid, start, sequence, status }))).toEqual(
      after.map(({ uid, start, sequence, status }) => ({ uid, start, sequence, status })),
    );
  });

  it("in Guadeloupe stands at the instant of its own clock", () => {
    const world = setUp("America/Guadeloupe");
    publishThursdays(world);
    const starts = eventsOf(writeProgrammeCalendar(world.office.slug)).map((one) => one.start.slice(11, 16));
    expect(starts).toEqual(["18:00", "18:00", "18:00", "18:00"]);
  });

  it("leaves out days as people write them, and refuses what is no day", () => {
    const world = setUp();
    const series = seriesFrom({ repeat: "weekly", until: "2026-11-12", exceptions: "22/10/2026, 2026-10-29 ; 5.11.2026" });
    expect(series?.exceptions).toEqual(["2026-10-22", "2026-10-29", "2026-11-05"]);
    const wrong = seriesFrom({ repeat: "weekly", until: "2026-11-12", exceptions: "jeudi" });
    const input = workshopInput({ parts: thursdays });
    if (!wrong) throw new Error("no series");
    expect(() => planSeries(world.facilitator, world.place, { input, series: wrong })).toThrow(RuleError);
  });
});

/** The event of the last mail's file to this address. */
function lastEventOf(email: string) {
  const sql = "SELECT attachments FROM mails WHERE recipient = ? ORDER BY rowid DESC LIMIT 1";
  const [file] = JSON.parse(String(sqlite().prepare(sql).pluck().get(email))) as { base64: string }[];
  const [event] = eventsOf(Buffer.from(file?.base64 ?? "", "base64").toString("utf8"));
  if (!event) throw new Error("no event");
  const { status, sequence, uid, stamp } = event;
  return { status, sequence, uid, stamp };
}

it("a seat given back and taken again comes back in the calendar: the same number, a later stamp", () => {
  const { office, facilitator } = setUp();
  const workshop = makeWorkshop(facilitator, office, { parts: thursdays });
  const person = { name: "Odile", email: "odile@hote.example" };
  const calendarAt = (at: string, run: () => unknown) => {
    setClock(() => Date.parse(at));
    run();
    return lastEventOf(person.email);
  };
  let id = "";
  const first = calendarAt("2026-09-25T10:00:00Z", () => {
    id = makeRegistration(workshop, person).id;
  });
  const given = calendarAt("2026-09-26T10:00:00Z", () => cancelRegistration(visitor("fr"), { id, workshopId: workshop.id }));
  const again = calendarAt("2026-09-27T10:00:00Z", () => makeRegistration(workshop, person));
  expect([first, given, again].map(({ status, sequence, stamp }) => [status, sequence, stamp])).toEqual([
    ["CONFIRMED", 0, "2026-09-25T10:00:00Z"],
    ["CANCELLED", 0, "2026-09-26T10:00:00Z"],
    ["CONFIRMED", 0, "2026-09-27T10:00:00Z"],
  ]);
  expect(again.uid).toBe(given.uid);
});
