import { addDays, addMonths, isDay, mondayOf } from "~/lib/dates";
import type { PresenceState } from "~/lib/vocabulary";

/** Presets offered before one's own habits are known, minutes (domain 1.2). */
export const durationPresets = [15, 30, 45, 60, 90, 120] as const;

/**
 * Minutes of what a person types: `45`, `1h30`, `1 h`, `2:15`, `90 min`; undefined when it is none,
 * or outside 1 minute to 24 hours.
 */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(/\s/g, "");
  const match = /^(?:(\d{1,2})[h:](\d{1,2})?|(\d{1,4})(?:min|mn|m)?)$/.exec(typed);
  if (!match) return undefined;
  const [, hours, minutes, only] = match;
  const total = only === undefined ? Number(hours) * 60 + Number(minutes ?? 0) : Number(only);
  return total >= 1 && total <= 1440 && Number(minutes ?? 0) < 60 ? total : undefined;
}

export const dueChoices = ["fortnight", "month", "season", "date", "none"] as const;
export type DueChoice = (typeof dueChoices)[number];

/** The day a next step is due: in 15 days, in a month, before the season, or the day that was picked. */
export function dueOn(
  choice: DueChoice,
  from: string,
  options: { date?: string | undefined; seasonWeeks?: readonly number[] | undefined },
): string | null {
  if (choice === "date") return options.date ?? null;
  if (!isDay(from)) return null;
  if (choice === "fortnight") return addDays(from, 15);
  if (choice === "month") return addMonths(from, 1);
  if (choice === "season") return seasonStart(from, options.seasonWeeks ?? []);
  return null;
}

/** The next such day of the year (`MM-DD`) strictly after `from`. */
function nextAfter(from: string, dayOfYear: string): string {
  const year = Number(from.slice(0, 4));
  const thisYear = `${year}-${dayOfYear}`;
  return thisYear > from ? thisYear : `${year + 1}-${dayOfYear}`;
}

/**
 * The first day of the season after `from`: the Monday of the week that opens a run of full-season
 * weeks (ISO numbers), or 1 April where the office has named none.
 */
export function seasonStart(from: string, seasonWeeks: readonly number[]): string {
  const known = new Set(seasonWeeks);
  const openings = seasonWeeks.filter((week) => !known.has(week === 1 ? 52 : week - 1) && !(week === 1 && known.has(53)));
  const year = Number(from.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((one) => openings.map((week) => mondayOfWeek(one, week)));
  return days.toSorted().find((day) => day > from) ?? nextAfter(from, "04-01");
}

/** 4 January is always in week 1. */
const mondayOfWeek = (year: number, week: number): string => addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);

const offeredCount = 6;
/** Uses in six months that make a duration a habit. */
const habitUses = 3;

/**
 * The durations offered as large targets, minutes, shortest first: one's own habits, then the
 * office's, then the presets.
 */
export function offeredDurations(own: readonly { minutes: number; uses: number }[], ofOffice: readonly number[]): number[] {
  const habits = own.filter((one) => one.uses >= habitUses).toSorted((a, b) => b.uses - a.uses || a.minutes - b.minutes);
  const all = new Set([...habits.map((one) => one.minutes), ...ofOffice, ...durationPresets]);
  return [...all].slice(0, offeredCount).toSorted((a, b) => a - b);
}

/** Who was expected, as the form says it: one business, colleague, office or free name, and the people of it. */
export interface Expected {
  providerId?: string | undefined;
  userId?: string | undefined;
  organisationId?: string | undefined;
  /** A person who is not recorded. */
  name?: string | undefined;
  /** The provider's contacts who were there. */
  contacts?: readonly string[] | undefined;
  /** Further people of the provider, names separated by commas. */
  others?: string | undefined;
  presence: PresenceState;
}

/** Several make it a group, and so does a head-count (look.md). */
export function kindOf(participants: readonly Expected[], headCount: number): "individual" | "group" {
  return participants.length > 1 || headCount > 0 ? "group" : "individual";
}

export interface ParticipantRow {
  providerId: string | null;
  contactId: string | null;
  userId: string | null;
  organisationId: string | null;
  name: string | null;
  presence: PresenceState;
}

/** One row a person: each contact and each further name, or the business alone. A one-to-one was held: who is in it came. */
export function participantRows(participants: readonly Expected[], headCount: number): ParticipantRow[] {
  const isGroup = kindOf(participants, headCount) === "group";
  return participants.flatMap((one) => {
    const base: ParticipantRow = {
      providerId: one.providerId ?? null,
      contactId: null,
      userId: one.userId ?? null,
      organisationId: one.organisationId ?? null,
      name: one.name ?? null,
      presence: isGroup ? one.presence : "present",
    };
    const contacts = (one.contacts ?? []).map((contactId) => ({ ...base, contactId }));
    const others = namesIn(one.others ?? "").map((name) => ({ ...base, name }));
    return contacts.length + others.length > 0 ? [...contacts, ...others] : [base];
  });
}

/** « Jeanne, son fils » as two names. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim().slice(0, 120));
  return [...new Set(names.filter(Boolean))];
}
