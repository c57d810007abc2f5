import type { Actor } from "~/access/actor";
import { audit } from "~/commands/run.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import type { Cell } from "~/lib/csv";
import { type ExportedTable, letOthersPass } from "~/lib/exported-table.server";
import type { ColumnType } from "~/lib/xlsx.server";

export interface ListedColumn<T> {
  title: string;
  /** What it counts, where its title does not say. */
  meaning?: string;
  type?: ColumnType;
  width?: number;
  value: (row: T) => Cell;
}

interface Listed<T> {
  /** The list's name, for the file and its first sheet. */
  name: string;
  /** What that sheet is called, where the name is longer than a spreadsheet takes. */
  sheet?: string;
  /** For the audit: « plan.export ». */
  command: string;
  columns: readonly ListedColumn<T>[];
  /** How many rows: short, the file leaves at once; long, it is prepared with its progress. */
  total: number;
  /** Read as the file leaves. */
  rows: () => AsyncIterable<T>;
  /** What the rows stand for, besides what the columns mean: a term and its meaning. */
  defined?: readonly (readonly [string, string])[];
  /** The filters asked, in words. */
  asked: readonly (readonly [string, string])[];
}

/** A list of any kind as a file: its rows, what its columns mean, and what was asked, when and by whom. */
export function tableOf<T>(
  actor: Actor,
  { name, sheet = name, command, columns, total, rows, asked, defined = [] }: Listed<T>,
): ExportedTable {
  const t = translator(actor.locale);
  const detail = JSON.stringify({ rows: total, asked });
  const ownerId = actor.currentOrganisationId ?? actor.memberships[0]?.organisationId ?? null;
  const heads = columns.map(({ title, type = "text", width = 22 }) => ({ title, type, width }));
  const lines = () => cells(rows(), columns);
  const made: [string, string][] = [
    [t("providers:file.made"), formatInstant(actor.locale, now(), zoneOfActor(actor))],
    [t("providers:file.by"), actor.name],
  ];
  const meanings = columns.flatMap(({ title, meaning }) => (meaning ? [[title, meaning]] : []));
  return {
    name,
    total,
    note: () => audit(actor.userId, { command, subjectId: "", ownerId, detail, at: now() }),
    csv: () => ({ head: columns.map(({ title }) => title), rows: lines() }),
    sheets: () => [
      { name: sheet, columns: heads, rows: lines() },
      {
        name: t("providers:file.definitions"),
        columns: [
          { title: t("providers:file.column"), width: 28 },
          { title: t("providers:file.meaning"), width: 100 },
        ],
        rows: [...defined, ...meanings],
      },
      {
        name: t("providers:file.filters"),
        columns: [
          { title: t("providers:file.filter"), width: 28 },
          { title: t("providers:file.value"), width: 60 },
        ],
        rows: [...made, ...asked],
      },
    ],
  };
}

async function* cells<T>(rows: AsyncIterable<T>, columns: readonly ListedColumn<T>[]): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield columns.map(({ value }) => value(row));
}

/** Page after page of a list, other requests let through between two. */
export async function* everyPage<T, C>(
  read: (after: C | undefined) => { rows: readonly T[]; next: C | undefined },
): AsyncGenerator<T> {
  let after: C | undefined;
  do {
    const page = read(after);
    yield* page.rows;
    after = page.next;
    await letOthersPass();
  } while (after !== undefined);
}

/** The same of a list that is read by its place, `size` rows at a time. */
export function everyPlace<T>(size: number, read: (skip: number) => readonly T[]): AsyncGenerator<T> {
  return everyPage((skip: number = 0) => {
    const rows = read(skip);
    return { rows, next: rows.length < size ? undefined : skip + size };
  });
}
