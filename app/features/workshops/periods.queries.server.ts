import { and, asc, eq, gte, inArray, lte } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { calendarPeriods } from "~/db/schema/workshops.server";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { addDays, weekdayOf, weekOf } from "~/lib/dates";

export interface Days {
  from: string;
  to: string;
}

/** A stretch of days to know when planning: holidays, full season. */
export interface Note extends Days {
  label: string;
}

/** The holidays of these offices that touch the days, by day; an identical one of two offices once. */
export function listPeriods(officeIds: readonly string[], { from, to }: Days) {
  return db()
    .selectDistinct({ name: calendarPeriods.name, startsOn: calendarPeriods.startsOn, endsOn: calendarPeriods.endsOn })
    .from(calendarPeriods)
    .where(
      and(
        inArray(calendarPeriods.ownerId, [...officeIds, ""]),
        lte(calendarPeriods.startsOn, to),
        gte(calendarPeriods.endsOn, from),
      ),
    )
    .orderBy(asc(calendarPeriods.startsOn), asc(calendarPeriods.name))
    .limit(200)
    .all();
}

/** Holidays and weeks of full season of one office between two days, for a hint beside a date. */
export function listNotes(locale: Locale, officeId: string, days: Days): Note[] {
  const holidays = listPeriods([officeId], days).map(({ name, startsOn, endsOn }) => ({
    label: name,
    from: startsOn,
    to: endsOn,
  }));
  return [...holidays, ...seasonOf(locale, officeId, days)];
}

/** « Vacances de Noël (du 19 au 4) · Pleine saison », for the days that a page shows; offices of the actor. */
export function describeNotes(actor: Actor, days: Days): string[] {
  const t = translator(actor.locale);
  const notes = ownersWhere(actor, "workshop.view").flatMap((id) => listNotes(actor.locale, id, days));
  const texts = notes.map(({ label, from, to }) => {
    const span = { from: formatDay(actor.locale, from), to: formatDay(actor.locale, to) };
    return t("workshopOffice:note", { label, ...span });
  });
  return [...new Set(texts)].slice(0, 12);
}

function seasonOf(locale: Locale, officeId: string, { from, to }: Days): Note[] {
  const row = db().select({ weeks: organisations.seasonWeeks }).from(organisations).where(eq(organisations.id, officeId)).get();
  const weeks = new Set(row?.weeks ?? []);
  if (weeks.size === 0) return [];
  const label = translator(locale)("workshopOffice:season");
  const notes: Note[] = [];
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    if (!weeks.has(weekOf(monday))) continue;
    const last = notes.at(-1);
    if (last && addDays(last.to, 1) === monday) last.to = addDays(monday, 6);
    else notes.push({ label, from: monday, to: addDays(monday, 6) });
  }
  return notes;
}
