import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { isSmall } from "~/features/figures/mask.model";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { describeNetwork, knownOf } from "./describe-network.server";
import { type FigureTable, inHours, partOf, tablesAsCsv, tablesAsXlsx } from "./export-tables.server";
import type { NetworkQuery } from "./form";
import { type NetworkData, readNetwork, resolveNetwork } from "./network.queries.server";
import { wordedDay } from "./words.server";

/** A network's year as one CSV; what is too small to be told stays so. Written to the audit. Throws NotFoundError out of scope. */
export function exportNetworkCsv(actor: Actor, query: NetworkQuery): string {
  const t = translator(actor.locale);
  const heads = (["table", "row", "column", "value"] as const).map((key) => t(`dashboard:file.${key}`));
  return tablesAsCsv(heads, tablesOf(actor, query));
}

/** The same as a workbook, a sheet a table. */
export function exportNetworkXlsx(actor: Actor, query: NetworkQuery): Promise<Buffer> {
  return tablesAsXlsx(tablesOf(actor, query));
}

function tablesOf(actor: Actor, query: NetworkQuery): FigureTable[] {
  const asked = resolveNetwork(actor, query);
  const command = { name: "dashboard.export", id: newId(), input: query, isOnce: false, ownerId: asked.network.id };
  return run(actor, command, () => {
    const data = readNetwork(actor, asked);
    const page = describeNetwork(actor, asked, { data, query });
    const t = translator(actor.locale);
    const filters: FigureTable = {
      name: t("dashboard:file.filters"),
      head: [t("dashboard:file.filter"), t("dashboard:file.value")],
      rows: [
        [t("network:choose.network"), page.name],
        [t("network:choose.year"), Number(page.year)],
        [t("dashboard:file.madeOn"), wordedDay(actor.locale, asked.today)],
      ],
    };
    const definitions: FigureTable = {
      name: t("dashboard:file.definitions"),
      head: [t("dashboard:file.figure"), t("dashboard:file.counted")],
      rows: page.help.map(({ term, text }) => [term, text]),
    };
    const tables = [officeTable(actor, data), ...chartTables(actor, page), ...listTables(actor, data, page)];
    return [...tables.filter(({ rows }) => rows.length > 0), definitions, filters];
  });
}

type Page = ReturnType<typeof describeNetwork>;

const counted = ({ sessions, supports, minutes }: { sessions: number; supports: number; minutes: number }) => [
  sessions,
  supports,
  inHours(minutes),
];

/** The offices side by side: all of them, whatever page of the list is shown. */
function officeTable({ locale }: Actor, { offices }: NetworkData): FigureTable {
  const t = translator(locale);
  const columns = (["office", "sessions", "supports", "contact", "reached", "known", "share"] as const).map((column) =>
    t(`dashboard:columns.${column}`),
  );
  return {
    name: t("network:offices"),
    head: [...columns, t("network:declaredMonthCount")],
    rows: offices.map((office) => {
      const whole = knownOf(office);
      const reached = office.told ?? (office.reached === 0 ? null : t("dashboard:fewer"));
      return [office.name, ...counted(office), reached, whole, partOf(office.told, whole), office.declared];
    }),
    types: { 6: "share" },
  };
}

function chartTables({ locale }: Actor, page: Page): FigureTable[] {
  const t = translator(locale);
  const column = (key: "theme" | "channel" | "sessions" | "share") => t(`dashboard:columns.${key}`);
  const topic = (name: string, first: string, rows: Page["themes"]): FigureTable => {
    const all = rows.reduce((sum, { value }) => sum + value, 0);
    return {
      name,
      head: [first, column("sessions"), column("share")],
      rows: rows.map(({ label, value }) => [label, value, partOf(value, all)]),
      types: { 2: "share" },
    };
  };
  return [
    {
      name: t("network:months"),
      head: page.months.head.slice(0, 3),
      rows: page.months.columns.map(({ label, value, before }) => [label, value, before]),
    },
    topic(t("network:themes"), column("theme"), page.themes),
    topic(t("network:channels"), column("channel"), page.channels),
  ];
}

function listTables({ locale }: Actor, { offices, territories, pooled }: NetworkData, { pooled: told }: Page): FigureTable[] {
  const t = translator(locale);
  const column = (key: "sessions" | "supports" | "contact") => t(`dashboard:columns.${key}`);
  const sum = (own: NetworkData["offices"]) =>
    counted({
      sessions: own.reduce((total, { sessions }) => total + sessions, 0),
      supports: own.reduce((total, { supports }) => total + supports, 0),
      minutes: own.reduce((total, { minutes }) => total + minutes, 0),
    });
  const columns = (["day", "owner", "offices", "seats", "present"] as const).map((key) => t(`network:columns.${key}`));
  return [
    {
      name: t("network:territories"),
      head: [t("network:columns.territory"), column("sessions"), column("supports"), column("contact")],
      rows: territories.flatMap(({ id, name }) => {
        const own = offices.filter((office) => office.parentId === id || office.id === id);
        return own.length === 0 ? [] : [[name, ...sum(own)]];
      }),
    },
    {
      name: t("network:pooled"),
      head: [t("network:columns.workshop"), ...columns],
      rows: pooled.map((row, place) => [
        row.title,
        row.heldOn,
        row.owner,
        row.offices,
        row.seats,
        row.state === "held" && !isSmall(row.present) ? row.present : (told[place]?.cells.at(-1) ?? null),
      ]),
      types: { 1: "day" },
    },
  ];
}
