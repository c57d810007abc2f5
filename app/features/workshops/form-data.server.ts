import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { workshopEquipment, workshopResources, workshopShares } from "~/db/schema/workshops.server";
import { themeName } from "~/features/coaching/lines";
import { listNeighbours, listStaff } from "~/features/coaching/people.queries.server";
import { listResourcesOfTheme } from "~/features/resources/queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import type { Locale } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { clockOf } from "~/lib/clock-time.server";
import { addDays, dayIn, weekdayOf } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { readQuestions } from "./answers.server";
import { listEquipment } from "./equipment.queries.server";
import { listNotes, listPeriods } from "./periods.queries.server";
import type { WorkshopWithParts } from "./queries.server";
import type { TypedWorkshop } from "./typed";

interface Office {
  id: string;
  name: string;
  zone: string;
}

/** Two weeks ahead, a Monday rather than a week-end. */
function dayAhead(zone: string): string {
  const day = addDays(dayIn(zone, now()), 14);
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

/** A new form: in two weeks, two hours in the afternoon, reminded a week and a day before. */
export function newTyped(actor: Actor, office: Office): TypedWorkshop {
  const day = dayAhead(office.zone);
  return {
    values: {
      id: newId(),
      ownerId: office.id,
      mainTheme: "website",
      format: "workshop",
      language: "fr",
      place: "office",
      capacity: "12",
      audience: "public",
      closesMinutes: "0",
      offerMinutes: "1440",
    },
    lists: { themes: [], facilitators: [actor.userId], resourcesBefore: [], resourcesAfter: [], reminders: ["10080", "1440"] },
    parts: [{ day, from: "14:00", to: "16:00" }],
    questions: [],
    equipment: {},
    shares: {},
  };
}

/** A saved workshop as its form holds it. */
export function typedFromSaved(row: WorkshopWithParts): TypedWorkshop {
  const texts = {
    id: row.id,
    ownerId: row.ownerId,
    version: row.version,
    title: row.title,
    description: row.description,
    mainTheme: row.themes[0],
    level: row.level,
    format: row.format,
    language: row.language,
    place: row.place,
    placeName: row.placeName,
    commune: row.communeName,
    videoUrl: row.videoUrl,
    capacity: row.capacity,
    seatsPerEstablishment: row.seatsPerEstablishment,
    minimum: row.minimum,
    audience: row.audience,
    price: row.price,
    isPaid: row.isPaid ? "on" : "",
    bring: row.bring,
    closesMinutes: row.closesMinutes,
    offerMinutes: row.offerMinutes,
    laterFeedbackDays: row.laterFeedbackDays,
    hasSignatures: row.hasSignatures ? "on" : "",
    sharesUntil: row.sharesUntil === null ? "" : dayIn(row.zone, row.sharesUntil),
  };
  return {
    values: Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value ?? "")])),
    lists: {
      themes: row.themes.slice(1),
      facilitators: row.facilitators.map((one) => one.id),
      resourcesBefore: resourceIds(row.id, "before"),
      resourcesAfter: resourceIds(row.id, "after"),
      reminders: row.reminders.map(String),
    },
    parts: row.parts.map((part) => ({
      day: part.heldOn,
      from: clockOf(part.startsAt, row.zone),
      to: clockOf(part.endsAt, row.zone),
    })),
    questions: readQuestions(row.id).map(({ id, label, kind, choices, isRequired }) => ({
      id,
      label,
      kind,
      choices: choices.join("\n"),
      isRequired,
    })),
    ...numbersOf(row.id),
  };
}

function resourceIds(workshopId: string, moment: "before" | "after"): string[] {
  return db()
    .select({ id: workshopResources.resourceId })
    .from(workshopResources)
    .where(and(eq(workshopResources.workshopId, workshopId), eq(workshopResources.moment, moment)))
    .all()
    .map((row) => row.id);
}

function numbersOf(workshopId: string): Pick<TypedWorkshop, "equipment" | "shares"> {
  const things = db().select().from(workshopEquipment).where(eq(workshopEquipment.workshopId, workshopId)).all();
  const shares = db().select().from(workshopShares).where(eq(workshopShares.workshopId, workshopId)).all();
  return {
    equipment: Object.fromEntries(things.map((one) => [one.equipmentId, String(one.quantity)])),
    shares: Object.fromEntries(shares.map((one) => [one.organisationId, String(one.seats)])),
  };
}

/** What a workshop's form offers to choose from, at this office. The lists are shared: never change them. */
export function workshopChoices(actor: Actor, office: Office, theme: string) {
  const today = dayIn(office.zone, now());
  return {
    ...keptReading(`workshops.choices ${office.id} ${today} ${actor.locale}`, () => choicesAt(actor.locale, office, today)),
    resources: listResourcesOfTheme(actor, theme, 12).map((one) => ({ value: one.id, label: one.title })),
  };
}
export type WorkshopChoices = ReturnType<typeof workshopChoices>;

function choicesAt(locale: Locale, office: Office, today: string) {
  const ahead = { from: today, to: addDays(today, 550) };
  return {
    office: { id: office.id, name: office.name, zone: office.zone === "Europe/Paris" ? "" : office.zone },
    themes: themeCodes.map((code) => ({ value: code, label: themeName(locale, code) })),
    staff: listStaff(office, "workshop.plan").map((one) => ({ value: one.id, label: one.name })),
    equipment: listEquipment(office.id),
    notes: listNotes(locale, office.id, ahead),
    hasHolidays: listPeriods([office.id], ahead).length > 0,
    neighbours: listNeighbours(office).map((one) => ({ value: one.id, label: one.name })),
    today: formatDay(locale, today, "long"),
  };
}
