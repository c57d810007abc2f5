import { definitionOf, type FigureKey, type FigureReading } from "~/features/figures/catalogue.model";
import type { Figure } from "./describe.server";
import type { DashboardData } from "./queries.server";
import { type Words, wordedOffices } from "./words.server";

/** The figures of a block, in this order, each in words; those that the offices have not set up are left out. */
export function describeFigures(keys: readonly FigureKey[], data: DashboardData, words: Words): Figure[] {
  return keys.flatMap((key) => {
    const reading = data.figures.find(({ id }) => id === key);
    if (!reading || (reading.value === 0 && isLeftOutAtZero.has(key)) || isUnknown(reading) || isSaid(reading, data)) return [];
    return [
      {
        id: key,
        label: words.name(key),
        value: wordValue(reading, words),
        notes: reading.isMasked ? [words.t("dashboard:masked")] : notesOf(reading, data, words),
        to: reading.isMasked || isNothing(reading) ? undefined : rowsTo(key, words),
      },
    ];
  });
}

/** Nothing was ticked, nobody waits: no figure to read. */
const isLeftOutAtZero: ReadonlySet<FigureKey> = new Set(["establishments", "waiting"]);
/** Nothing is noted of anybody, or there is nobody to note it of. */
const isUnknown = ({ id, unknown = 0, denominator }: FigureReading) =>
  denominator === 0 ? definitionOf(id).area === "presence" : unknown > 0 && unknown === denominator;
/** All the known are of the territory: the same number again. */
const isSaid = ({ id, denominator }: FigureReading, { figures }: DashboardData) =>
  id === "reachedInScope" && denominator === figures.find((one) => one.id === "known")?.value;
const isNothing = ({ value, count, unit }: FigureReading) => (unit === "share" ? count === 0 : value === 0 || value === null);

/** A figure's value in its unit; a dash where nothing was measured. */
export function wordValue({ unit, value, count, denominator }: FigureReading, words: Words): string {
  if (value === null) return "–";
  if (unit === "minutes") return words.hours(value);
  if (unit === "share") return words.share(count ?? 0, denominator ?? 0);
  if (unit === "score") return words.number(value, 1);
  if (unit === "cents") return words.euros(value);
  return unit === "kilometres"
    ? words.t("dashboard:kilometres", { number: words.number(value) })
    : words.number(Math.round(value));
}

function notesOf(reading: FigureReading, data: DashboardData, words: Words): string[] {
  const { id, value, unknown, offices } = reading;
  const before = data.figuresBefore.get(id);
  const { t, number } = words;
  return [
    ofWhat(reading, words),
    // Two parts of a count of people: for the office alone.
    id === "absences" && value && data.isDetailed ? t("dashboard:absenceNote", excusedAndAbsent(data, words)) : "",
    before === undefined || value === null ? "" : words.compared(id, value, before),
    unknown ? t("dashboard:unknown", { count: unknown, number: number(unknown) }) : "",
    offices ? wordedOffices(offices, words) : "",
  ].filter(Boolean);
}

function excusedAndAbsent({ figures, totals }: DashboardData, { t, number }: Words) {
  const absent = figures.find(({ id }) => id === "noShow")?.count ?? totals.absent;
  const excused = t("dashboard:excused", { count: totals.excused, number: number(totals.excused) });
  return { excused, absent: number(absent) };
}

/** The denominator, in words. */
function ofWhat(reading: FigureReading, words: Words): string {
  const { t, number, share } = words;
  const { id, unit, value, count = 0, denominator } = reading;
  const counted = { count, number: number(count) };
  if (unit === "share") return shareOf(reading, words);
  if (unit === "score") return t("dashboard:of.answers", counted);
  if (unit === "days") return t("dashboard:of.actionsDone", counted);
  const { of } = definitionOf(id);
  if (denominator === undefined || !isWorded(of) || isPartOfNothing(of, denominator)) return "";
  return t(`dashboard:of.${of}`, { count: denominator, number: number(denominator), share: share(value ?? 0, denominator) });
}

function shareOf({ count = 0, denominator = 0 }: FigureReading, { t, number }: Words): string {
  if (denominator === 0) return t("dashboard:of.none");
  return t("dashboard:of.some", { part: number(count), whole: number(denominator) });
}

/** Of nothing, a part is nothing to tell: but that nobody is known, or was expected, is. */
const isPartOfNothing = (of: string, whole: number) => whole === 0 && of !== "known" && of !== "expected";

const worded = ["known", "inScope", "reached", "sessions", "expected", "actionsOpen"] as const;
const isWorded = (of: string | undefined): of is (typeof worded)[number] => worded.some((one) => one === of);

/** The list that holds the figure's rows, under the same filters; what is counted in sessions opens their list, whose totals say the same. */
export function rowsTo(key: FigureKey, words: Words): string | undefined {
  const { rows } = definitionOf(key);
  if (!rows) return undefined;
  switch (rows.list) {
    case "providers":
      return words.providers(rows.reach);
    case "establishments":
    case "sessions":
    case "parts":
      return words[rows.list]();
    default:
      return words[rows.list](rows.set);
  }
}
