import type { Actor } from "~/access/actor";
import { mapCommunes } from "~/features/providers/map.queries.server";
import { type Locale, writtenIn } from "~/i18n/translate";
import type { CommuneMapData } from "~/lib/commune-map.server";
import type { FrozenFigures, FrozenRow } from "~/lib/report-content";
import { type BlockKind, isBlockKind, isReportFigure, isReportList, type ReportFigure, type ReportList } from "./model";
import { foldedKey } from "./outside.model";
import { type Block, findQuote, type Report } from "./queries.server";
import { fillTokens } from "./tokens.server";
import { type Words, wordsFor } from "./words.server";

export interface ShownTable {
  head: string[];
  rows: string[][];
}

/** A block in words, for the page and for every document. */
export interface ShownBlock {
  id: string;
  kind: BlockKind;
  version: number;
  title: string;
  body: string;
  /** The texts as they were typed, their words in braces not filled. */
  typed: { title: string; body: string };
  figures: { label: string; value: string; note: string }[];
  table: ShownTable | null;
  bars: { label: string; value: number; valueText: string }[];
  map: { map: CommuneMapData; legend: { level: number; text: string }[] } | null;
  /** The drawing in words. */
  alt: string;
  quote: { text: string; who: string } | null;
  /** Said in its place where there is nothing to show. */
  missing: string;
}

/** A report's blocks in its own language; a quote whose consent is gone is gone. */
export function describeBlocks(actor: Actor, report: Report, blocks: readonly Block[]): ShownBlock[] {
  const words = wordsFor(report.locale);
  return blocks.map((block) => writtenBlock(report.locale, describeBlock(actor, { report, block, words })));
}

/** What people typed, with the spaces of its language; the form keeps it as it was typed. */
export function writtenBlock(locale: Locale, block: ShownBlock): ShownBlock {
  const { title, body, figures, table, bars, alt, quote, missing } = block;
  return { ...block, ...writtenIn(locale, { title, body, figures, table, bars, alt, quote, missing }) };
}

interface Given {
  report: Report;
  block: Block;
  words: Words;
}

function describeBlock(actor: Actor, given: Given): ShownBlock {
  const { block, words } = given;
  const { id, version } = block;
  const typed = { title: block.title, body: block.body };
  const [title, body] = [fillTokens(typed.title, given.report, words), fillTokens(typed.body, given.report, words)];
  const kind = isBlockKind(block.kind) ? block.kind : "text";
  const nothing = { figures: [], table: null, bars: [], map: null, alt: "", quote: null, missing: "" };
  const shown = { id, kind, version, title, body, typed, ...nothing, ...shownOf(actor, kind, given) };
  const isBare = shown.figures.length + shown.bars.length === 0 && !shown.table && !shown.map && !shown.quote;
  const missing = kind === "quote" ? words.t("reports:noQuote") : words.t("reports:nothing");
  return isBare && kind !== "text" ? { ...shown, missing } : { ...shown, title: shown.title || defaultTitle(given) };
}

function quoted(t: Words["t"], quote: ReturnType<typeof findQuote>): ShownBlock["quote"] {
  return quote ? { ...quote, text: t("common:quoted", { text: quote.text }) } : null;
}

function defaultTitle({ block, words }: Given): string {
  const isListed = block.kind !== "text" && isReportList(block.content.list ?? "");
  return isListed ? words.t(`reports:lists.${listOf(block)}`) : "";
}

function shownOf(actor: Actor, kind: BlockKind, given: Given): Partial<ShownBlock> {
  const { block, report, words } = given;
  const { figures } = report;
  const keys = (block.content.figures ?? []).filter(isReportFigure);
  const show: Record<BlockKind, () => Partial<ShownBlock>> = {
    text: () => ({}),
    figures: () => ({ figures: keys.map((key) => shownFigure(key, figures, words)) }),
    comparison: () => ({ table: comparisonTable(keys, figures, words) }),
    chart: () => chartOf(listOf(block), figures, { title: block.title, words }),
    table: () => ({ table: tableOf(listOf(block), figures, words) }),
    map: () => mapOf(actor, given),
    quote: () => ({ quote: quoted(words.t, findQuote(report.ownerId, block.content.quoteId ?? "")) }),
    agreement: () => ({ table: promisedTable(figures, words) }),
  };
  return show[kind]();
}

const listOf = ({ content }: Block): ReportList => {
  const list = content.list ?? "months";
  return isReportList(list) ? list : "months";
};
const rowsOf = (figures: FrozenFigures, list: ReportList): readonly FrozenRow[] => figures.lists[list] ?? [];

function shownFigure(key: ReportFigure, { values }: FrozenFigures, words: Words) {
  const frozen = values[key] ?? { value: 0 };
  const known = values.known ?? { value: 0 };
  const isShared = key === "reached" && known.value > 0 && !frozen.hidden && !known.hidden;
  const share = { count: known.value, share: words.share(frozen.value, known.value), known: words.number(known.value) };
  const note = isShared ? words.t("reports:ofKnown", share) : "";
  return { label: words.name(key), value: words.frozen(key, frozen), note };
}

function comparisonTable(keys: readonly ReportFigure[], { values }: FrozenFigures, words: Words): ShownTable {
  const { t } = words;
  return {
    head: [t("reports:columns.figure"), t("reports:columns.now"), t("reports:columns.before"), t("reports:columns.change")],
    rows: keys.map((key) => {
      const frozen = values[key] ?? { value: 0 };
      const { value, before } = frozen;
      const past = before === undefined ? ["–", "–"] : [words.worded(key, before), words.change(key, value, before)];
      return [words.name(key), words.frozen(key, frozen), ...past];
    }),
  };
}

function chartOf(
  list: ReportList,
  figures: FrozenFigures,
  { title, words }: { title: string; words: Words },
): Partial<ShownBlock> {
  const bars = rowsOf(figures, list).map((row) => ({
    label: words.row(list, row),
    value: row.value,
    valueText: words.number(row.value),
  }));
  if (!bars.some((bar) => bar.value > 0)) return {};
  return {
    bars,
    alt: words.t("reports:chartAlt", { title: title || words.t(`reports:lists.${list}`), rows: spoken(bars, words) }),
  };
}

function spoken(bars: readonly { label: string; valueText: string }[], { t }: Words): string {
  return bars.map(({ label, valueText }) => t("reports:barText", { label, value: valueText })).join(t("common:semicolon"));
}

/** The table of a frozen list; null where it has no row. */
function tableOf(list: ReportList, figures: FrozenFigures, words: Words): ShownTable | null {
  const { t } = words;
  const rows = rowsOf(figures, list);
  if (rows.length === 0) return null;
  if (list === "goals") return goalTable(rows, words);
  const hasWhole = rows.some((row) => row.of !== undefined);
  if (!hasWhole)
    return {
      head: [t("reports:columns.name"), t("figures:names.sessions")],
      rows: rows.map((row) => [words.row(list, row), words.number(row.value)]),
    };
  return {
    head: [t("reports:columns.name"), t("reports:columns.reached"), t("reports:columns.known"), t("reports:columns.share")],
    rows: rows.map((row) => [
      words.row(list, row),
      words.number(row.value),
      words.number(row.of ?? 0),
      words.share(row.value, row.of ?? 0),
    ]),
  };
}

function goalTable(rows: readonly FrozenRow[], words: Words): ShownTable {
  const { t } = words;
  return {
    head: [t("reports:columns.name"), t("reports:columns.target"), t("reports:columns.obtained"), t("reports:columns.share")],
    rows: rows.map((row) => [words.row("goals", row), ...progress(row, words)]),
  };
}

function promisedTable(figures: FrozenFigures, words: Words): ShownTable | null {
  const { t } = words;
  const rows = rowsOf(figures, "goals").filter((row) => row.name !== undefined);
  if (rows.length === 0) return null;
  const head = (["funder", "name", "target", "obtained", "share"] as const).map((key) => t(`reports:columns.${key}`));
  return { head, rows: rows.map((row) => [row.name ?? "", words.row("goals", row), ...progress(row, words)]) };
}

function progress(row: FrozenRow, words: Words): string[] {
  const key = isReportFigure(row.key) ? row.key : "sessions";
  const target = row.of ?? 0;
  return [words.worded(key, target), words.frozen(key, row), row.hidden ? "–" : words.share(row.value, target)];
}

function mapOf(actor: Actor, { report, block, words }: Given): Partial<ShownBlock> {
  const rows = rowsOf(report.figures, "communes").filter(({ key }) => key !== "" && key !== foldedKey);
  const areas = rows.map((row) => {
    const known = row.of ?? 0;
    const share = words.share(row.value, known);
    const name = words.row("communes", row);
    const title = words.t("dashboard:area", { name, reached: words.number(row.value), known: words.number(known), share });
    return {
      inseeCode: row.key,
      name,
      title,
      label: share,
      part: known === 0 ? undefined : row.value / known,
      weight: known,
      to: undefined,
    };
  });
  const map = mapCommunes(actor, areas, [report.ownerId]);
  const title = block.title || words.t("reports:lists.communes");
  return map
    ? { map, alt: words.t("reports:mapAlt", { title, rows: areas.map((area) => area.title).join(words.t("common:semicolon")) }) }
    : {};
}
