import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { audit } from "~/commands/run.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { isSubTheme, isTheme } from "~/features/themes/model";
import { formatInstant } from "~/i18n/format";
import { type Catalogue, type Locale, textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import type { Cell } from "~/lib/csv";
import { ForbiddenError } from "~/lib/errors";
import { type ExportedTable, letOthersPass } from "~/lib/exported-table.server";
import type { KeptIds } from "~/lib/kept-ids";
import type { Sheet } from "~/lib/xlsx.server";
import {
  type ExportedPerson,
  type ExportedSession,
  listSessionIdsToExport,
  openPeopleReader,
  openSessionReader,
} from "./export.queries.server";
import { themeName } from "./lines";
import type { SessionFilter } from "./log-filter.server";
import { describeFilter, readLogFilter } from "./log-page.server";

type Words = Catalogue["coachingExport"];
interface Column {
  title: keyof Words & string;
  width?: number;
  type?: "number" | "day" | "duration";
  /** For facilitators alone. */
  isPrivate?: true;
  value(row: ExportedSession, locale: Locale): Cell;
}

/** One row a session; the private note only in a facilitator's file. */
const columns: readonly Column[] = [
  { title: "day", type: "day", width: 12, value: (row) => row.heldOn },
  { title: "kind", value: kindText },
  { title: "who", width: 36, value: (row) => row.participants.map(nameOf).join(", ") },
  { title: "title", width: 24, value: (row) => row.title },
  { title: "minutes", type: "number", value: (row) => row.durationMinutes },
  { title: "hours", type: "number", value: (row) => Math.round((row.durationMinutes / 60) * 100) / 100 },
  { title: "preparation", type: "number", value: (row) => row.preparationMinutes },
  { title: "travel", type: "number", value: (row) => row.travelMinutes },
  { title: "kilometres", type: "number", value: (row) => row.travelKilometres },
  { title: "channel", value: (row, locale) => (row.channel ? translator(locale)(`coaching:channels.${row.channel}`) : "") },
  { title: "theme", width: 24, value: (row, locale) => (row.theme && isTheme(row.theme) ? themeName(locale, row.theme) : "") },
  { title: "subThemes", width: 30, value: subThemesText },
  { title: "supports", type: "number", value: (row) => row.supports },
  { title: "headCount", type: "number", value: (row) => row.headCount },
  { title: "facilitator", width: 24, value: (row) => row.facilitator },
  { title: "otherFacilitators", width: 24, value: (row) => row.helpers.join(", ") },
  { title: "funder", value: (row) => row.funder },
  { title: "tags", value: (row) => row.tags.join(", ") },
  { title: "office", width: 28, value: (row) => row.office },
  { title: "wholeMinutes", type: "number", width: 12, value: (row) => row.whole },
  {
    title: "complete",
    value: (row, locale) => translator(locale)(row.isComplete || row.kind === "other_work" ? "common:yes" : "common:no"),
  },
  { title: "note", width: 60, value: (row) => row.note },
  { title: "privateNote", width: 40, isPrivate: true, value: (row) => row.privateNote },
];

/**
 * The filtered sessions as a file: CSV of one row a session, or a workbook of sessions, participants,
 * definitions and filters. Rows are read as they leave, and the audit says so. Throws ForbiddenError where nothing may be exported.
 */
export async function exportSessions(actor: Actor, request: Request): Promise<ExportedTable> {
  if (ownersWhere(actor, "coaching.export").length === 0) throw new ForbiddenError("coaching.export");
  const { asked, filter, today, choices } = readLogFilter(actor, request, "coaching.export");
  const ids = await listSessionIdsToExport(actor, filter);
  const filters = describeFilter(actor, asked, { filter, choices });
  const detail = JSON.stringify({ rows: ids.count, filters });
  const ownerId = asked.office ?? actor.currentOrganisationId ?? null;
  const mayReadPrivate = ownersWhere(actor, "coaching.readPrivateNote").length > 0;
  const shown = columns.filter((column) => !column.isPrivate || mayReadPrivate);
  const words = textsOf(actor.locale, "coachingExport").coachingExport;
  const cells = (row: ExportedSession) => shown.map((column) => column.value(row, actor.locale));
  const lines = () => everyLine(ids, openSessionReader(actor, filter), (row, number) => [[number, ...cells(row)]]);
  return {
    name: translator(actor.locale)("coachingExport:fileName", { day: today }),
    total: ids.count,
    note: () => audit(actor.userId, { command: "coaching.export", subjectId: "", ownerId, detail, at: now() }),
    csv: () => ({ head: [words.number, ...shown.map((column) => String(words[column.title]))], rows: lines() }),
    sheets: () => [
      {
        name: words.sessions,
        columns: [{ title: words.number, type: "number", width: 6 }, ...shown.map((column) => headOf(column, words))],
        rows: lines(),
      },
      participantSheet(actor, words, { ids, filter }),
      definitionSheet(words),
      filterSheet(actor, words, filters),
    ],
  };
}

const rowsAtOnce = 250;

/** What is read of the sessions in the list's order, each under its number in the list: the same in every sheet. */
async function* everyLine<T extends { id: string }>(
  ids: KeptIds,
  read: (ids: readonly string[]) => readonly T[],
  linesOf: (row: T, number: number) => Cell[][],
): AsyncGenerator<Cell[]> {
  let before = 0;
  for (const part of ids.parts(rowsAtOnce)) {
    const numbers = new Map(part.map((id, place) => [id, before + place + 1]));
    for (const row of read(part)) for (const line of linesOf(row, numbers.get(row.id) ?? 0)) yield line;
    before += part.length;
    await letOthersPass();
  }
}

function headOf({ title, width, type }: Column, words: Words): Sheet["columns"][number] {
  return { title: String(words[title]), ...(width ? { width } : {}), ...(type ? { type } : {}) };
}

/** One row a participant, tied to its session by the number. */
function participantSheet(actor: Actor, words: Words, { ids, filter }: { ids: KeptIds; filter: SessionFilter }): Sheet {
  const t = translator(actor.locale);
  const line = (one: ExportedPerson) => [
    nameOf(one),
    one.kind ? t(`kinds:${one.kind}`) : "",
    one.commune,
    one.inseeCode,
    one.contact,
    t(`coaching:presence.${one.presence}`),
  ];
  return {
    name: words.participants,
    columns: [
      { title: words.number, type: "number", width: 6 },
      { title: words.day, type: "day", width: 12 },
      { title: words.provider, width: 36 },
      { title: words.providerKind, width: 24 },
      { title: words.commune, width: 24 },
      { title: words.insee, width: 12 },
      { title: words.contact, width: 24 },
      { title: words.presence, width: 20 },
    ],
    rows: everyLine(ids, openPeopleReader(actor, filter), ({ heldOn, participants }, number) =>
      participants.map((one) => [number, heldOn, ...line(one)]),
    ),
  };
}

function definitionSheet(words: Words): Sheet {
  const terms = ["session", "support", "provider", "contact", "shortAdvice", "other"] as const;
  return {
    name: words.definitions,
    columns: [
      { title: words.term, width: 28 },
      { title: words.meaning, width: 100 },
    ],
    rows: terms.map((term) => [words.terms[term], words.meanings[term]]),
  };
}

/** What the file was asked with, when, by whom. */
function filterSheet(actor: Actor, words: Words, filters: readonly string[]): Sheet {
  return {
    name: words.filters,
    columns: [
      { title: words.asked, width: 28 },
      { title: words.answer, width: 60 },
    ],
    rows: [
      [words.made, formatInstant(actor.locale, now(), zoneOfActor(actor))],
      [words.by, actor.name],
      ...filters.map((filter) => [words.filters, filter]),
    ],
  };
}

function nameOf(one: ExportedPerson): string {
  return one.provider ?? one.colleague ?? one.organisation ?? one.name ?? "";
}

function kindText(row: ExportedSession, locale: Locale): string {
  const t = translator(locale);
  const kind = t(`coaching:kinds.${row.kind}`);
  return row.otherWorkKind ? `${kind} : ${t(`coaching:otherWork.${row.otherWorkKind}`)}` : kind;
}

function subThemesText(row: ExportedSession, locale: Locale): string {
  const known = textsOf(locale, "themes").themes;
  const names = row.subThemes.filter(isSubTheme).map((code) => {
    const [theme = "", sub = ""] = code.split(".");
    const texts: Record<string, string> = isTheme(theme) ? known[theme].sub : {};
    return texts[sub] ?? code;
  });
  return names.join(", ");
}
