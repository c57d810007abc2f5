import type { Actor } from "~/access/actor";
import { listStaff } from "~/features/coaching/people.queries.server";
import { type PlannedDate, savedTimes } from "~/features/workshops/planned-dates.queries.server";
import { listFacilitators } from "~/features/workshops/queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { clockOf, instantOf } from "~/lib/clock-time.server";
import { mondayOf } from "~/lib/dates";
import { hoursWarning, timeWarnings } from "./conflicts.server";
import { minuteMs } from "./model";
import { describeWarnings } from "./warning-words.server";
import { keyOf, type Warning } from "./warnings";

interface Asked {
  office: { id: string; zone: string };
  /** Who is ticked to hold it. */
  input: { facilitators?: readonly string[] | undefined };
  dates: readonly PlannedDate[];
  /** The key of the warnings that were read, as the form sends it back. */
  confirmed: string | undefined;
  /** Days whose holidays are told beside the warnings: not once more here. */
  toldDays?: readonly string[];
}

interface Person {
  id: string;
  name: string;
}

/** A part that one facilitator would hold. */
interface Turn {
  person: Person;
  startsAt: number;
  endsAt: number;
  heldOn: string;
}

const mostLines = 12;

/**
 * What a workshop meets in its facilitators' agendas before it is saved, each date by its day and each
 * person by their name; undefined where nothing new is met, or where it was read and kept all the same.
 */
export function meetsOfWorkshop(actor: Actor, asked: Asked): { texts: string[]; key: string } | undefined {
  const except = asked.dates.flatMap((date) => date.id ?? []);
  const people = listHolders(actor, asked, except);
  const known = savedTimes(except);
  const turns = asked.dates
    .flatMap((date) => date.parts.flatMap((part) => people.map((person) => ({ person, ...part }))))
    .filter((turn) => !known.has(`${turn.person.id}/${turn.startsAt}/${turn.endsAt}`));
  const met = [...turns.flatMap((turn) => turnLines(actor, asked, { turn, except })), ...weekLines(actor, turns, except)];
  const isTold = ({ warning, day }: Line) => warning.kind === "holiday" && asked.toldDays?.includes(day ?? "");
  const found = met.filter((one) => !isTold(one));
  const key = keyOf(found.map((one) => one.warning));
  if (found.length === 0 || key === asked.confirmed) return undefined;
  const isManyDays = new Set(turns.map((turn) => turn.heldOn)).size > 1;
  const texts = [...new Set(found.map((one) => wordsOf(actor, one, { isManyDays, isManyPeople: people.length > 1 })))];
  if (texts.length <= mostLines) return { texts, key };
  const count = texts.length - mostLines;
  return { texts: [...texts.slice(0, mostLines), translator(actor.locale)("agenda:warnings.more", { count })], key };
}

/** Those ticked who may hold it; whoever plans it where nobody is. */
function listHolders(actor: Actor, { office, input }: Asked, workshopIds: readonly string[]): Person[] {
  const known = [...listStaff(office, "workshop.plan"), ...workshopIds.flatMap(listFacilitators)];
  const asked = input.facilitators?.length ? input.facilitators : [actor.userId];
  return [...new Map(known.filter((one) => asked.includes(one.id)).map((one) => [one.id, one])).values()];
}

interface Line {
  warning: Warning;
  person: Person;
  /** Undefined: of the whole week. */
  day: string | undefined;
}

function turnLines(actor: Actor, { office }: Asked, { turn, except }: { turn: Turn; except: readonly string[] }): Line[] {
  const { person, startsAt, endsAt, heldOn } = turn;
  const { zone, id: ownerId } = office;
  const isDoubled = instantOf(heldOn, clockOf(startsAt, zone), zone)?.isDoubled ?? false;
  const planned = { ownerId, zone, userId: person.id, heldOn, startsAt, travelMinutes: 0, isDoubled };
  const durationMinutes = (endsAt - startsAt) / minuteMs;
  return timeWarnings(actor, { ...planned, durationMinutes }, except).map((warning) => ({ warning, person, day: heldOn }));
}

/** Weeks that these turns would bring over their hours, each once a person. */
function weekLines(actor: Actor, turns: readonly Turn[], except: readonly string[]): Line[] {
  const weeks = new Map<string, Turn[]>();
  for (const turn of turns) {
    const key = `${turn.person.id}/${mondayOf(turn.heldOn)}`;
    weeks.set(key, [...(weeks.get(key) ?? []), turn]);
  }
  return [...weeks.values()].flatMap((week) => {
    const [first] = week;
    if (!first) return [];
    const { person, heldOn } = first;
    const minutes = week.reduce((sum, turn) => sum + (turn.endsAt - turn.startsAt) / minuteMs, 0);
    const load = { userId: person.id, heldOn };
    return hoursWarning(actor, load, { minutes, except }).map((warning) => ({ warning, person, day: mondayOf(heldOn) }));
  });
}

function wordsOf(actor: Actor, { warning, person, day }: Line, many: { isManyDays: boolean; isManyPeople: boolean }): string {
  const [text = ""] = describeWarnings(actor, [warning]).texts;
  const spoken = day && many.isManyDays ? formatDay(actor.locale, day, "spoken") : "";
  const who = [spoken, many.isManyPeople ? person.name : ""].filter(Boolean).join(", ");
  if (!who) return text;
  const rest = text.charAt(0).toLocaleLowerCase(actor.locale) + text.slice(1);
  const line = translator(actor.locale)("agenda:warnings.of", { who, text: rest });
  return line.charAt(0).toLocaleUpperCase(actor.locale) + line.slice(1);
}
