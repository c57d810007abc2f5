import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { getAppointment } from "./appointments.queries.server";
import { cancelAppointment } from "./changes.commands.server";
import { endFeed, renewFeed } from "./feeds.commands.server";
import { readFeed } from "./feeds.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const provider = makeProvider(facilitator, office, { name: "Gîte « des Pins »; annexe, cour" });
  return { office, facilitator, provider, host: makeProviderLogin(facilitator, provider) };
}

/** The events as another program reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
      isAllDay: event.startDate.isDate,
      end: event.endDate.toString(),
      sequence: Number(part.getFirstPropertyValue("sequence")),
      status: String(part.getFirstPropertyValue("status")),
    };
  });
}

describe("a calendar feed", () => {
  it("reads in another program: hours in UTC, cancellations with their sequence number, whole days", () => {
    const { facilitator, provider } = setUp();
    const kept = makeAppointment(facilitator, provider, { hour: "14:00" });
    const gone = makeAppointment(facilitator, provider, { hour: "16:30" });
    const row = authorize(facilitator, "appointment.change", getAppointment(facilitator, gone));
    cancelAppointment(facilitator, row, { version: 1, reason: "" });
    sqlite()
      .prepare("INSERT INTO absences (id, user_id, starts_on, ends_on, created_at) VALUES (?, ?, '2026-12-24', '2026-12-31', 1)")
      .run(newId(), facilitator.userId);
    const events = eventsOf(readFeed(renewFeed(facilitator, { kind: "person" })));
    expect(events.find((one) => one.uid.includes(kept))).toMatchObject({
      summary: "Gîte « des Pins »; annexe, cour (Sur place)",
      start: "2026-12-01T13:00:00.000Z",
      zone: "UTC",
      sequence: 0,
      status: "CONFIRMED",
    });
    expect(events.find((one) => one.uid.includes(gone))).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(events.find((one) => one.isAllDay)).toMatchObject({ summary: "Absence", end: "2027-01-01" });
    expect(new Set(events.map((one) => one.uid)).size).toBe(3);
  });

  it("opens no longer once it is renewed or ended, nor once its owner has left", () => {
    const { facilitator, host, provider } = setUp();
    const first = renewFeed(facilitator, { kind: "person" });
    const second = renewFeed(facilitator, { kind: "person" });
    expect(() => readFeed(first)).toThrow(NotFoundError);
    expect(readFeed(second)).toContain("BEGIN:VCALENDAR");
    expect(sqlite().prepare("SELECT count(*) FROM calendar_feeds WHERE token_hash = ?").pluck().get(second)).toBe(0);
    endFeed(facilitator, { kind: "person" });
    expect(() => readFeed(second)).toThrow(NotFoundError);
    const theirs = renewFeed(host, { kind: "provider", providerId: provider.id });
    expect(readFeed(theirs)).toContain("Rendez-vous de");
    sqlite().prepare("UPDATE provider_accesses SET ends_on = '2026-11-01' WHERE user_id = ?").run(host.userId);
    expect(() => readFeed(theirs)).toThrow(NotFoundError);
  });

  it("shows a host their own business alone, and is made for nobody else's", () => {
    const { facilitator, provider, host, office } = setUp();
    const neighbour = makeProvider(facilitator, office, { name: "Hôtel du Phare" });
    const mine = makeAppointment(facilitator, provider);
    makeAppointment(facilitator, neighbour, { hour: "09:00" });
    const events = eventsOf(readFeed(renewFeed(host, { kind: "provider", providerId: provider.id })));
    expect(events.map((one) => one.uid)).toEqual([expect.stringContaining(mine)]);
    expect(events[0]?.summary).toContain("Anaïs Berthou");
    expect(() => renewFeed(host, { kind: "provider", providerId: neighbour.id })).toThrow(NotFoundError);
    expect(() => renewFeed(host, { kind: "person" })).toThrow(NotFoundError);
  });
});
