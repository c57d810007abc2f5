import type { Actor } from "~/access/actor";
import type { FigureReading } from "~/features/figures/catalogue.model";
import { officesOfFigures } from "~/features/figures/queries.server";
import { mapCommunes } from "~/features/providers/map.queries.server";
import { paths } from "~/paths";
import { foldSmall } from "./model";
import type { DashboardAsked, DashboardData } from "./queries.server";
import { type Words, wordedOffices } from "./words.server";

/** Outside the office, groups under this many are put together. */
const leastShown = 5;
/** Rows shown at once; the others unfold, and stay out of the print. */
const communesShown = 12;

interface Covered {
  key: string;
  label: string;
  known: number;
  reached: number;
  never: number;
  /** Of the communes of the office's territory; null where its settings name none. */
  inScope: number | null;
  reachedInScope: number;
}

/** Known and reached providers by kind and by commune, and who was never met. */
export function describeCoverage(asked: DashboardAsked, data: DashboardData, words: Words) {
  const { t } = words;
  const reading = data.figures.find(({ id }) => id === "never");
  const kinds = grouped(data, (row) => [row.kind, words.providerKind(row.kind)]);
  const communes = grouped(data, (row) => [row.inseeCode ?? "", row.commune ?? t("dashboard:noCommune")]);
  const byCommune = table(communes, { key: "commune", asked, words });
  return {
    byKind: table(kinds, { key: "providerKind", asked, words }),
    byCommune: byCommune.slice(0, communesShown),
    moreCommunes: byCommune.slice(communesShown),
    moreCommunesText: t("dashboard:moreCommunes", { count: byCommune.length - communesShown }),
    note: asked.isDetailed ? "" : t(byCommune.length === 0 ? "dashboard:allFolded" : "dashboard:foldedNote"),
    never: { text: neverText(reading, words), to: reading?.value ? words.providers("never") : undefined },
    help: words.help(["known", "reached", "never"]),
  };
}

/** How many were never met: that all were is said of all alone, never where some offices' counts are not told. */
function neverText(reading: FigureReading | undefined, { t, number }: Words): string {
  if (!reading?.denominator || reading.value === null) return "";
  const { value, offices } = reading;
  if (offices && value === 0) return "";
  const text = t("dashboard:never", { count: value, number: number(value) });
  return offices ? `${text} (${wordedOffices(offices, { t, number })})` : text;
}

/** The same by commune on a map; small groups stay out of it outside the office, as in the table. */
export function drawCoverage(actor: Actor, asked: DashboardAsked, { data, words }: { data: DashboardData; words: Words }) {
  const communes = grouped(data, (row) => [row.inseeCode ?? "", row.commune ?? ""]);
  const shown = asked.isDetailed ? communes : foldSmall(communes, leastShown).shown;
  const areas = shown.flatMap(({ key, label, known, reached }) => {
    if (!key) return [];
    const share = words.share(reached, known);
    const title = words.t("dashboard:area", { name: label, reached: words.number(reached), known: words.number(known), share });
    const part = known === 0 ? undefined : reached / known;
    const to = reached > 0 ? words.providers("reached", { commune: key }) : undefined;
    return [{ inseeCode: key, name: label, title, label: share, part, weight: known, to }];
  });
  // One alone is no map: the table says it.
  if (areas.length < 2) return null;
  return mapCommunes(actor, areas, officesOfFigures(actor, asked.office));
}

const nothing = { known: 0, reached: 0, never: 0, inScope: null, reachedInScope: 0 };

function grouped(data: DashboardData, keyOf: (row: DashboardData["coverage"][number]) => [string, string]): Covered[] {
  const groups = new Map<string, Covered>();
  for (const row of data.coverage) {
    const [key, label] = keyOf(row);
    const group = groups.get(key) ?? { key, label, ...nothing };
    group.known += row.known;
    group.reached += row.reached;
    group.never += row.never;
    if (row.isInScope !== null) group.inScope = (group.inScope ?? 0) + (row.isInScope ? row.known : 0);
    if (row.isInScope) group.reachedInScope += row.reached;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.known - a.known || a.label.localeCompare(b.label, "fr"));
}

/** The A4 of a commune over the same days, from one office's page. */
function sheetOf({ viewed, days, isDetailed }: DashboardAsked, inseeCode: string): string | undefined {
  const [office] = viewed;
  if (!isDetailed || viewed.length !== 1 || !office || !inseeCode) return undefined;
  return paths.reportPage(`communes/${inseeCode}.pdf`, { office: office.id, period: "custom", from: days.from, to: days.to });
}

interface TableOptions {
  /** The filter of the rows behind. */
  key: "providerKind" | "commune";
  asked: DashboardAsked;
  words: Words;
}

function table(groups: readonly Covered[], { key, asked, words }: TableOptions) {
  const { number, share } = words;
  // Small counts of people: they stay inside the office.
  const neverOf = ({ never }: Covered) => (asked.isDetailed ? never : 0);
  const linksOf = (group: Covered) => ({
    reachedTo: group.key && group.reached > 0 ? words.providers("reached", { [key]: group.key }) : undefined,
    neverTo: group.key && group.never > 0 ? words.providers("never", { [key]: group.key }) : undefined,
    sheetTo: key === "commune" ? sheetOf(asked, group.key) : undefined,
  });
  const row = (group: Covered) => ({
    label: group.label,
    counts: { known: group.known, reached: group.reached, never: neverOf(group), ...inScopeOf(group, asked) },
    ofKnown: words.t("dashboard:outOf", { number: number(group.known) }),
    ofTerritory: asked.isDetailed ? wordInScope(group, words) : "",
    reached: number(group.reached),
    share: share(group.reached, group.known),
    part: group.known === 0 ? 0 : group.reached / group.known,
    never: asked.isDetailed ? number(neverOf(group)) : "",
    ...linksOf(group),
  });
  if (asked.isDetailed) return groups.map(row);
  const { shown, folded } = foldSmall(groups, leastShown);
  const others = { key: "", label: words.t("dashboard:othersFolded"), ...nothing };
  for (const group of folded) {
    others.known += group.known;
    others.reached += group.reached;
  }
  return (folded.length > 0 ? [...shown, others] : shown).map(row);
}

/** Of the territory, for the office alone: with a few outside, the difference would tell them. */
const inScopeOf = ({ inScope, reachedInScope }: Covered, { isDetailed }: DashboardAsked) =>
  isDetailed && inScope !== null ? { inScope, reachedInScope } : { inScope: null, reachedInScope: null };

/** The second denominator, where it is another than the known. */
function wordInScope({ known, inScope, reachedInScope }: Covered, { t, number }: Words): string {
  if (inScope === null || inScope === known) return "";
  return inScope === 0
    ? t("dashboard:outside")
    : t("dashboard:ofTerritory", { reached: number(reachedInScope), number: number(inScope) });
}
