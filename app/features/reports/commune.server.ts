import type { Actor } from "~/access/actor";
import { foldSmall } from "~/features/dashboards/model";
import type { FigureKey, FigureReading } from "~/features/figures/catalogue.model";
import { type CoverageRow, listCoverage } from "~/features/figures/coverage.queries.server";
import { isSmall, leastShown, maskSmall } from "~/features/figures/mask.model";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { type FigureAsked, listTopicCounts } from "~/features/figures/queries.server";
import { readFigures } from "~/features/figures/readings.queries.server";
import { NotFoundError } from "~/lib/errors";
import type { AskedPeriod } from "./period.server";
import { listQuotesOfCommune } from "./queries.server";

/** What a commune's sheet tells, in the order of its figures. */
const shown = [
  "reached",
  "newProviders",
  "sessions",
  "contact",
  "workshopsHeld",
  "actionsDone",
] as const satisfies readonly FigureKey[];
export type CommuneFigure = (typeof shown)[number];
const presence = ["ownSite", "googleProfile", "onlineBooking"] as const satisfies readonly FigureKey[];
export type PresenceFigure = (typeof presence)[number];

export interface Measured<K> {
  id: K;
  reading: FigureReading;
  before: FigureReading | undefined;
}

/**
 * What an office did in a commune, as its mayor may read it: nobody is named but who agreed to be quoted, and no
 * count of one to four providers is told. Throws NotFoundError for a commune where the office knows nobody.
 */
export function readCommune(actor: Actor, { office, days, before }: AskedPeriod, inseeCode: string) {
  const asked = { from: days.from, to: days.to, office: office.id, commune: inseeCode };
  const coverage = listCoverage(actor, asked, before);
  const [first] = coverage;
  if (!first) throw new NotFoundError("commune");
  const read = (given: FigureAsked) => maskSmall(readFigures(actor, { ...given, before }, ["known", ...shown, ...presence]));
  const [now, then] = [read(asked), read({ ...asked, ...before })];
  const measured = <K extends FigureKey>(keys: readonly K[]): Measured<K>[] =>
    keys.flatMap((id) => {
      const reading = now.find((one) => one.id === id);
      return reading ? [{ id, reading, before: then.find((one) => one.id === id) }] : [];
    });
  const reached = now.find(({ id }) => id === "reached");
  const isTold = !reached?.isMasked && (reached?.value ?? 0) >= leastShown;
  return {
    name: first.commune ?? inseeCode,
    known: now.find(({ id }) => id === "known"),
    figures: measured(shown),
    presence: measured(presence),
    kinds: kindsOf(coverage),
    themes: themesOf(actor, asked),
    doneByTheme: countDoneByTheme(actor, asked),
    // With fewer providers met, a quotation would say who was.
    quotes: isTold ? listQuotesOfCommune(office.id, inseeCode, days).slice(0, 1) : [],
  };
}
export type CommuneData = ReturnType<typeof readCommune>;

/** The communes where the office knows a provider, with how many are known and reached; `isFew` where a sheet tells neither. */
export function listCommunes(actor: Actor, { office, days, before }: AskedPeriod) {
  const rows = listCoverage(actor, { from: days.from, to: days.to, office: office.id }, before);
  const communes = new Map<string, { inseeCode: string; name: string; known: number; reached: number }>();
  for (const row of rows) {
    if (!row.inseeCode) continue;
    const commune = communes.get(row.inseeCode) ?? {
      inseeCode: row.inseeCode,
      name: row.commune ?? row.inseeCode,
      known: 0,
      reached: 0,
    };
    commune.known += row.known;
    commune.reached += row.reached;
    communes.set(row.inseeCode, commune);
  }
  return [...communes.values()]
    .sort((a, b) => a.name.localeCompare(b.name, "fr"))
    .map((one) => ({ ...one, isFew: isSmall(one.known) || isSmall(one.reached) }));
}

/** Reached of known by kind, the small kinds together; none where together they are still few. */
function kindsOf(rows: readonly CoverageRow[]) {
  const kinds = rows.map(({ kind, known, reached }) => ({ kind, known, reached }));
  const { shown: told, folded } = foldSmall(kinds, leastShown);
  const sum = (key: "known" | "reached") => folded.reduce((total, row) => total + row[key], 0);
  const others = folded.length > 0 ? [{ kind: undefined, known: sum("known"), reached: sum("reached") }] : [];
  return [...told.sort((a, b) => b.known - a.known), ...others];
}

function themesOf(actor: Actor, asked: FigureAsked) {
  const sums = new Map<string, number>();
  for (const { theme, sessions } of listTopicCounts(actor, asked)) if (theme) sums.set(theme, (sums.get(theme) ?? 0) + sessions);
  return [...sums]
    .map(([theme, sessions]) => ({ theme, sessions }))
    .sort((a, b) => b.sessions - a.sessions || a.theme.localeCompare(b.theme));
}

/** What was done of the plans, by theme, the most first. */
function countDoneByTheme(actor: Actor, asked: FigureAsked) {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = listPlanActions(actor, { ...asked, asOf: asked.to, set: "done", after });
    for (const { theme } of page.rows) counts.set(theme ?? "", (counts.get(theme ?? "") ?? 0) + 1);
    after = page.next;
  } while (after);
  return [...counts]
    .map(([theme, count]) => ({ theme, count }))
    .sort((a, b) => b.count - a.count || a.theme.localeCompare(b.theme));
}
