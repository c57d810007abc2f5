import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { saveBooking } from "./save-booking.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function fieldsOf(given: Record<string, string>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(given)) fields.set(name, value);
  return fields;
}

it("the same form twice is one appointment; another content under its key is a conflict that loses nothing typed", () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const provider = makeProvider(actor, office, { name: "Gîte des Pins" });
  const typed = {
    ...{ intent: "plan", id: newId(), facilitatorId: actor.userId, day: "2026-12-10", hour: "14:00" },
    ...{ duration: "60", channel: "visit", place: "Au gîte", subject: "Le site" },
  };
  const saved = saveBooking(actor, provider.id, fieldsOf(typed));
  expect(saved.to).toContain(typed.id);
  expect(saveBooking(actor, provider.id, fieldsOf(typed)).to).toBe(saved.to);
  const other = saveBooking(actor, provider.id, fieldsOf({ ...typed, hour: "16:00", subject: "Les avis" }));
  expect(other).toMatchObject({ to: null, isConflict: true, reply: { values: { hour: "16:00", subject: "Les avis" } } });
  expect(Object.values(other.to === null ? other.reply.errors : {}).flat()).not.toEqual([]);
  const rows = sqlite().prepare("SELECT subject FROM appointments WHERE provider_id = ?").pluck().all(provider.id);
  expect(rows).toEqual(["Le site"]);
});

it("a time that meets another asks first, writes nothing, and keeps what was typed", () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const provider = makeProvider(actor, office);
  const typed = {
    intent: "plan",
    facilitatorId: actor.userId,
    day: "2026-12-10",
    hour: "14:00",
    duration: "60",
    channel: "phone",
  };
  saveBooking(actor, provider.id, fieldsOf({ ...typed, id: newId() }));
  const again = { ...typed, id: newId(), hour: "14:30" };
  const asked = saveBooking(actor, provider.id, fieldsOf(again));
  expect(asked).toMatchObject({ to: null, isConflict: false, reply: { values: { hour: "14:30" } } });
  const key = asked.to === null ? (asked.reply.warnings?.key ?? "") : "";
  expect(key).toContain("overlap");
  expect(saveBooking(actor, provider.id, fieldsOf({ ...again, confirmed: key })).to).toContain(again.id);
});
