import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { bookFirst, makeAppointment, makeSlot } from "~/testing/factories/agenda";
import { lastMailTo } from "~/testing/factories/mail";
import { makeContact } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { bookAppointment } from "./appointments.commands.server";
import { getAppointment, listComingAppointments, listToLog } from "./appointments.queries.server";
import {
  cancelAppointment,
  cancelOwnAppointment,
  markMissed,
  moveAppointment,
  moveOwnAppointment,
} from "./changes.commands.server";
import { bookSchema } from "./form";
import { listOpenings } from "./slots.queries.server";
import { UnconfirmedError } from "./warnings";

// A Tuesday.
openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const colleague = makeMember(office.id, "colleague");
  const provider = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  return { office, facilitator, colleague, provider, host: makeProviderLogin(facilitator, provider) };
}

const emailOf = (userId: string) => String(sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(userId));
/** Texts with plain spaces. */
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
const count = (table: string, id: string) =>
  Number(sqlite().prepare(`SELECT count(*) FROM ${table} WHERE id = ?`).pluck().get(id));

function calendarOf(recipient: string): string {
  const text = String(
    sqlite()
      .prepare("SELECT attachments FROM mails WHERE recipient = ? ORDER BY created_at DESC, id DESC LIMIT 1")
      .pluck()
      .get(recipient),
  );
  const [part]: { base64: string }[] = JSON.parse(text);
  return Buffer.from(part?.base64 ?? "", "base64").toString("utf8");
}

describe("booking an open hour", () => {
  it("keeps it for the provider, tells both, and gives it to nobody else", () => {
    const { office, facilitator, provider, host } = setUp();
    makeSlot(facilitator, office);
    const before = listOpenings({ ownerId: office.id, isForProvider: true });
    const id = bookFirst(host, provider, { subject: "Le site" });
    const row = getAppointment(host, id);
    expect(row).toMatchObject({
      heldOn: "2026-11-26",
      startsAt: Date.parse("2026-11-26T08:00:00Z"),
      subject: "Le site",
      sequence: 0,
    });
    const after = listOpenings({ ownerId: office.id, isForProvider: true });
    expect(before.map((one) => one.startsAt)).toContain(row.startsAt);
    expect(after.map((one) => one.startsAt)).not.toContain(row.startsAt);
    expect(plain(lastMailTo(emailOf(host.userId))?.subject)).toBe("Rendez-vous : jeudi 26 novembre 2026 à 9 h 00");
    expect(lastMailTo(emailOf(facilitator.userId))?.text).toContain("Gîte des Pins");
    expect(calendarOf(emailOf(host.userId))).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0/);
  });

  it("answers a double click as the first, and refuses the hour to a second tab", () => {
    const { office, facilitator, provider, host, colleague } = setUp();
    makeSlot(facilitator, office);
    const [first] = listOpenings({ ownerId: office.id, isForProvider: true });
    const slot = `${first?.slotId}/${first?.startsAt}`;
    const input = bookSchema.parse({ id: newId(), slot });
    const row = authorize(host, "appointment.book", provider);
    expect(bookAppointment(host, row, input)).toEqual(bookAppointment(host, row, input));
    expect(count("appointments", input.id)).toBe(1);
    const other = bookSchema.parse({ id: newId(), slot });
    expect(() => bookAppointment(host, row, other)).toThrow("slotTaken");
    expect(() => bookAppointment(colleague, authorize(colleague, "appointment.book", provider), other)).toThrow("slotTaken");
    expect(() => bookAppointment(host, row, { ...input, subject: "Autre" })).toThrow(ConflictError);
  });

  it("holds lead times, absences, holidays and what is the office's own", () => {
    const { office, facilitator, provider, host } = setUp();
    // Thursday 26 November is 46 hours away; 1 January 2027 is a Friday, 11 November a holiday gone by.
    makeSlot(facilitator, office, { leadHours: "72" });
    makeSlot(facilitator, office, { weekday: "5", horizonDays: "60" });
    makeSlot(facilitator, office, { weekday: "3", isForProviders: undefined });
    sqlite()
      .prepare("INSERT INTO absences (id, user_id, starts_on, ends_on, created_at) VALUES (?, ?, '2026-12-03', '2026-12-04', 1)")
      .run(newId(), facilitator.userId);
    const days = new Set(listOpenings({ ownerId: office.id, isForProvider: true, from: "2026-11-25" }).map((one) => one.heldOn));
    expect([...days].slice(0, 4)).toEqual(["2026-11-27", "2026-12-10", "2026-12-11", "2026-12-17"]);
    const later = listOpenings({ ownerId: office.id, isForProvider: true, from: "2026-12-28" }).map((one) => one.heldOn);
    expect(later).not.toContain("2027-01-01");
    const tooSoon = { slotId: newId(), startsAt: Date.parse("2026-11-26T08:00:00Z") };
    const input = bookSchema.parse({ id: newId(), slot: `${tooSoon.slotId}/${tooSoon.startsAt}` });
    expect(() => bookAppointment(host, authorize(host, "appointment.book", provider), input)).toThrow("slotTaken");
    expect(listOpenings({ ownerId: office.id, isForProvider: false }).some((one) => one.heldOn === "2026-12-02")).toBe(true);
  });

  it("is refused to another provider, another office, and shows them nothing", () => {
    const { office, facilitator, provider, host } = setUp();
    const other = setUp();
    makeSlot(facilitator, office);
    const id = bookFirst(host, provider);
    expect(() => authorize(other.host, "appointment.book", provider)).toThrow(ForbiddenError);
    for (const stranger of [other.host, other.facilitator, other.colleague]) {
      expect(() => getAppointment(stranger, id)).toThrow(NotFoundError);
    }
    expect(listComingAppointments(other.host, provider.id)).toEqual([]);
    const neighbour = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    expect(() => getAppointment(neighbour, id)).toThrow(NotFoundError);
  });
});

describe("changing an appointment", () => {
  it("moves it to another open hour with the next sequence number", () => {
    const { office, facilitator, provider, host } = setUp();
    makeSlot(facilitator, office);
    const id = bookFirst(host, provider);
    const [next] = listOpenings({ ownerId: office.id, isForProvider: true });
    if (!next) throw new Error("no opening");
    const row = () => authorize(host, "appointment.changeOwn", getAppointment(host, id, "appointment.changeOwn"));
    moveOwnAppointment(host, row(), { version: 1, slot: next });
    expect(getAppointment(host, id)).toMatchObject({ startsAt: next.startsAt, sequence: 1, version: 2 });
    expect(plain(lastMailTo(emailOf(facilitator.userId))?.text)).toContain("Il était prévu jeudi 26 novembre 2026 à 9 h 00");
    expect(calendarOf(emailOf(host.userId))).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1/);
    expect(() => moveOwnAppointment(host, row(), { version: 1, slot: next })).toThrow(ConflictError);
    cancelOwnAppointment(host, row(), { version: 2, reason: "Un imprévu" });
    expect(getAppointment(host, id)).toMatchObject({ state: "cancelled", sequence: 2 });
    expect(calendarOf(emailOf(facilitator.userId))).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
    expect(lastMailTo(emailOf(facilitator.userId))?.text).toContain("Un imprévu");
    expect(() => cancelOwnAppointment(host, row(), { version: 3, reason: "" })).toThrow("appointmentOver");
  });

  it("is the office's alone once the limit is past", () => {
    const { office, facilitator, provider, host } = setUp();
    makeSlot(facilitator, office, { changeHours: "72" });
    const id = bookFirst(host, provider);
    const own = authorize(host, "appointment.changeOwn", getAppointment(host, id));
    expect(() => cancelOwnAppointment(host, own, { version: 1, reason: "" })).toThrow("tooLateToChange");
    expect(() => authorize(host, "appointment.change", getAppointment(host, id))).toThrow(ForbiddenError);
    cancelAppointment(facilitator, authorize(facilitator, "appointment.change", getAppointment(facilitator, id)), {
      version: 1,
      reason: "",
    });
    expect(getAppointment(facilitator, id).state).toBe("cancelled");
  });

  it("asks before it meets something, and keeps the hour of a contact informed", () => {
    const { facilitator, provider } = setUp();
    const contact = makeContact(facilitator, provider, {
      name: "Odile Fontanel",
      email: `odile-${newId().slice(-6)}@pins.example`,
    });
    const id = makeAppointment(facilitator, provider, { contactId: contact.id });
    expect(plain(lastMailTo(contact.email ?? "")?.subject)).toContain("mardi 1er décembre 2026 à 14 h 00");
    expect(() => makeAppointment(facilitator, provider, { hour: "14:30" })).toThrow(UnconfirmedError);
    makeAppointment(facilitator, provider, { hour: "14:30", confirmed: "overlap" });
    const row = authorize(facilitator, "appointment.change", getAppointment(facilitator, id));
    const move = {
      version: 1,
      facilitatorId: facilitator.userId,
      day: "2026-12-02",
      hour: "10:00",
      duration: 90,
      place: "Au gîte",
    };
    moveAppointment(facilitator, row, move);
    expect(getAppointment(facilitator, id)).toMatchObject({ heldOn: "2026-12-02", durationMinutes: 90, sequence: 1 });
    expect(() => moveAppointment(facilitator, row, { ...move, hour: "11:00" })).toThrow(ConflictError);
  });

  it("waits to be logged once it is over, until it is logged or did not take place", () => {
    const { facilitator, provider } = setUp();
    const id = makeAppointment(facilitator, provider);
    sqlite()
      .prepare("UPDATE appointments SET starts_at = ?, held_on = '2026-11-23' WHERE id = ?")
      .run(Date.parse("2026-11-23T13:00:00Z"), id);
    expect(listToLog(facilitator, true).map((row) => row.id)).toEqual([id]);
    const row = () => authorize(facilitator, "appointment.change", getAppointment(facilitator, id));
    markMissed(facilitator, row(), true);
    expect(listToLog(facilitator, true)).toEqual([]);
    markMissed(facilitator, row(), false);
    expect(listToLog(facilitator, true)).toHaveLength(1);
  });
});
