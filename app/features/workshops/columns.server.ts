import { asc, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopParts } from "~/db/schema/workshops.server";
import { findPlace } from "~/features/providers/places.queries.server";
import { instantOf } from "~/lib/clock-time.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { WorkshopInput } from "./form";
import { minutesOf } from "./model";

export interface Moment {
  startsAt: number;
  endsAt: number;
  heldOn: string;
}

/** The parts of a form in order, as instants in the owner's zone. Throws RuleError `clockSkipped`, `partsOverlap`. */
export function momentsOf(parts: WorkshopInput["parts"], zone: string) {
  const moments = parts
    .map((part, number) => ({
      startsAt: at(part.day, part.from, { zone, field: `parts[${number}].from` }),
      endsAt: at(part.day, part.to, { zone, field: `parts[${number}].to` }),
      heldOn: part.day,
    }))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  for (const [number, moment] of moments.entries()) {
    const next = moments[number + 1];
    if (next && next.startsAt < moment.endsAt) throw new RuleError("partsOverlap", {}, "parts");
  }
  const first = moments[0];
  const last = moments.at(-1);
  if (!first || !last) throw new RuleError("required", {}, "parts");
  const span = { startsAt: first.startsAt, endsAt: last.endsAt, heldOn: first.heldOn, durationMinutes: minutesOf(moments) };
  return { parts: moments, span };
}

function at(day: string, clock: string, { zone, field }: { zone: string; field: string }): number {
  const found = instantOf(day, clock, zone);
  if (!found) throw new RuleError("clockSkipped", {}, field);
  return found.instant;
}

/** The columns that a workshop's form decides, its times apart. */
export function columnsOf(ownerId: string, input: WorkshopInput) {
  return {
    ...subjectOf(input),
    ...placeOf(ownerId, input),
    ...seatsOf(input),
    audience: input.audience,
    price: input.price,
    isPaid: input.isPaid === "on",
    bring: input.bring,
    closesMinutes: input.closesMinutes,
    offerMinutes: input.offerMinutes,
    reminders: [...new Set(input.reminders ?? [])].toSorted((a, b) => b - a),
    laterFeedbackDays: input.laterFeedbackDays ?? null,
    hasSignatures: input.hasSignatures === "on",
  };
}

function subjectOf(input: WorkshopInput) {
  const { title, description, format, language } = input;
  const main = input.mainTheme ? [input.mainTheme] : [];
  return {
    title,
    description,
    format,
    language,
    themes: [...new Set([...main, ...(input.themes ?? [])])],
    level: input.level ?? null,
  };
}

function placeOf(ownerId: string, { place, placeName, commune, videoUrl }: WorkshopInput) {
  const found = commune ? findPlace(ownerId, { commune }) : { communeName: null, inseeCode: null };
  return { place, placeName, communeName: found.communeName, inseeCode: found.inseeCode, videoUrl: videoUrl ?? null };
}

function seatsOf({ capacity, seatsPerEstablishment, minimum }: WorkshopInput) {
  return { capacity: capacity ?? null, seatsPerEstablishment: seatsPerEstablishment ?? null, minimum: minimum ?? null };
}

/** Writes the parts in order; a part keeps its id by its rank, so that calendars move it rather than add one. */
export function writeParts(workshopId: string, moments: readonly Moment[]): void {
  const before = db()
    .select()
    .from(workshopParts)
    .where(eq(workshopParts.workshopId, workshopId))
    .orderBy(asc(workshopParts.startsAt))
    .all();
  for (const [rank, moment] of moments.entries()) {
    const kept = before[rank];
    if (kept) db().update(workshopParts).set(moment).where(eq(workshopParts.id, kept.id)).run();
    else
      db()
        .insert(workshopParts)
        .values({ id: newId(), workshopId, ...moment })
        .run();
  }
  for (const gone of before.slice(moments.length)) db().delete(workshopParts).where(eq(workshopParts.id, gone.id)).run();
}
