import type { Actor } from "~/access/actor";
import { isSmall } from "~/features/figures/mask.model";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatHours, formatNumber, formatShare } from "~/i18n/format";
import { type Translate, translator } from "~/i18n/translate";
import { monthsBetween } from "~/lib/dates";
import { sessionChannels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { TableRow } from "./describe-series.server";
import type { NetworkQuery } from "./form";
import type { NetworkData, OfficeYear, resolveNetwork } from "./network.queries.server";

type Asked = ReturnType<typeof resolveNetwork>;
const officesShown = 50;

interface Given {
  data: NetworkData;
  query: NetworkQuery;
}
const sumOf = (rows: readonly OfficeYear[], key: "sessions" | "supports" | "minutes") =>
  rows.reduce((total, row) => total + row[key], 0);

/** The network's year in words: totals « x offices sur y », months, themes, territories, offices side by side, pooled workshops. */
export function describeNetwork(actor: Actor, asked: Asked, { data, query }: Given) {
  const t = translator(actor.locale);
  const page = data.offices.slice(query.page * officesShown, (query.page + 1) * officesShown);
  const { network, year } = asked;
  return {
    name: network.name,
    year,
    choices: choicesOf(asked),
    isEmpty: data.offices.every(({ sessions }) => sessions === 0),
    ...totalsOf(actor, data),
    months: monthsOf(actor, asked, data),
    untold: untoldOf(actor, data),
    themes: topicRows(actor, data, "theme"),
    channels: topicRows(actor, data, "channel"),
    territories: territoryRows(actor, data),
    offices: page.map((office) => officeRow(actor, office, { asked, t })),
    next: data.offices.length > (query.page + 1) * officesShown ? paths.network({ ...query, page: query.page + 1 }) : undefined,
    previous: query.page > 0 ? paths.network({ ...query, page: query.page - 1 }) : undefined,
    pooled: data.pooled.map((row) => ({
      id: row.id,
      title: row.title,
      to: paths.workshop(row.id),
      cells: [
        formatDay(actor.locale, row.heldOn),
        row.owner,
        formatNumber(actor.locale, row.offices),
        formatNumber(actor.locale, row.seats),
        presentText(actor, row),
      ],
    })),
  };
}

/** Who came to a pooled workshop, where they are enough to be told outside its office. */
function presentText({ locale }: Actor, { state, present }: NetworkData["pooled"][number]): string {
  if (state !== "held") return translator(locale)("network:toCome");
  return isSmall(present) ? translator(locale)("dashboard:fewer") : formatNumber(locale, present);
}

function choicesOf({ networks, network, today, year }: Asked) {
  const current = Number(today.slice(0, 4));
  return {
    network: { value: network.id, options: networks.map(({ id, name }) => ({ value: id, label: name })) },
    year: { value: year, options: [0, 1, 2, 3, 4].map((back) => String(current - back)) },
  };
}

/** Each total says of how many offices it is; distinct providers leave out those where they are too few, or only declared. */
function totalsOf({ locale }: Actor, { offices, declared }: NetworkData) {
  const t = translator(locale);
  const number = (value: number) => formatNumber(locale, value);
  const all = offices.filter(({ kind }) => kind === "office");
  const active = all.filter(({ sessions }) => sessions > 0);
  const told = offices.filter((office) => office.told !== null && office.told > 0);
  const hidden = offices.filter(({ told: count }) => count === null).length;
  const reached = told.reduce((sum, office) => sum + (office.told ?? 0), 0);
  const ofOffices = (count: number) => t("network:ofOffices", { count, shown: number(count), all: number(all.length) });
  const of = ofOffices(active.length);
  const sessions = sumOf(offices, "sessions");
  const declaredBy = new Set(declared.map(({ ownerId }) => ownerId)).size;
  const declaredSessions = declared.reduce((sum, { sessions }) => sum + sessions, 0);
  const mark = declaredBy === 0 ? "" : t("network:ofDeclared", { count: declaredBy, sessions: number(declaredSessions) });
  const figure = (label: string, value: string, notes: string[]) => ({ label, value, notes: notes.filter(Boolean) });
  const without = hidden === 0 ? "" : t("network:withoutSmall", { count: hidden });
  return {
    sentence:
      all.length === 0 && sessions === 0
        ? t("network:noOffice")
        : t("network:sentence", {
            sessions: t("network:sessions", { count: sessions, number: number(sessions) }),
            offices: of,
          }),
    figures: [
      figure(t("figures:names.sessions"), number(sessions), [of, mark]),
      figure(t("figures:names.supports"), number(sumOf(offices, "supports")), [of]),
      figure(t("figures:names.contact"), formatHours(locale, sumOf(offices, "minutes")), [of]),
      figure(t("figures:names.reached"), told.length === 0 ? "–" : number(reached), [
        ofOffices(told.length),
        without,
        ofKnown(locale, told),
      ]),
    ],
    help: (["sessions", "supports", "contact", "reached"] as const).map((key) => ({
      term: t(`figures:names.${key}`),
      text: t(`figures:help.${key}`),
    })),
  };
}

/** The providers that an office knows, where both counts may be told; null elsewhere. */
export function knownOf({ known, told }: OfficeYear): number | null {
  return told === null || isSmall(known) ? null : known;
}

/** « 41 % des 312 connus de 3 offices »: the offices where both counts are told. */
function ofKnown(locale: Actor["locale"], told: readonly OfficeYear[]): string {
  const counted = told.flatMap((office) => {
    const count = knownOf(office);
    return count ? [{ reached: office.told ?? 0, count }] : [];
  });
  const [whole, part] = [counted.reduce((sum, one) => sum + one.count, 0), counted.reduce((sum, one) => sum + one.reached, 0)];
  if (whole === 0) return "";
  const values = { share: formatShare(locale, part, whole), known: formatNumber(locale, whole) };
  return translator(locale)("network:ofKnown", { count: counted.length, ...values });
}

function monthsOf({ locale }: Actor, asked: Asked, data: NetworkData) {
  const t = translator(locale);
  const before = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  const logged = (rows: NetworkData["months"], month: string) =>
    rows.filter((row) => row.month === month).reduce((sum, row) => sum + row.sessions, 0);
  const columns = monthsBetween(`${asked.months.from}-01`, `${asked.months.to}-01`).map((month) => {
    const declared = data.declared.filter((row) => row.month === month).reduce((sum, row) => sum + row.sessions, 0);
    const [value, earlier] = [logged(data.months, month) + declared, logged(data.monthsBefore, before(month))];
    const declaredText = declared > 0 ? t("network:declaredCount", { number: formatNumber(locale, declared) }) : "";
    return {
      label: formatDay(locale, month, "month"),
      short: formatDay(locale, month, "monthOnly"),
      value,
      valueText: formatNumber(locale, value),
      before: earlier,
      beforeText: formatNumber(locale, earlier),
      declaredText,
    };
  });
  return {
    names: [asked.year, before(asked.year)],
    columns,
    head: [
      t("dashboard:columns.month"),
      t("dashboard:columns.sessions"),
      t("dashboard:columns.aYearBefore"),
      t("network:declared"),
    ],
    table: columns.map(
      ({ label, valueText, beforeText, declaredText }): TableRow => ({
        label,
        cells: [{ text: valueText }, { text: beforeText }, { text: declaredText }],
      }),
    ),
  };
}

/** What the months typed in do not tell, where there are any: their sessions are in the totals and in no chart of themes. */
function untoldOf({ locale }: Actor, { declared }: NetworkData): string {
  const count = declared.reduce((sum, { sessions }) => sum + sessions, 0);
  return count === 0 ? "" : translator(locale)("network:untold", { count, number: formatNumber(locale, count) });
}

function topicRows({ locale }: Actor, { topics }: NetworkData, dimension: "theme" | "channel") {
  const rows = topics.filter((row) => row.dimension === dimension);
  const all = rows.reduce((sum, { sessions }) => sum + sessions, 0);
  const t = translator(locale);
  return rows.map(({ code, sessions }) => ({
    label: nameOf(t, dimension, code),
    value: sessions,
    valueText: formatNumber(locale, sessions),
    share: formatShare(locale, sessions, all),
    to: undefined,
  }));
}

/** A theme or a channel in words; « À préciser » for none. */
export function nameOf(t: Translate, dimension: "theme" | "channel", code: string): string {
  if (dimension === "theme") return isTheme(code) ? t(`themes:${code}.name`) : t("dashboard:noTheme");
  const channel = sessionChannels.find((one) => one === code);
  return channel ? t(`coaching:channels.${channel}`) : t("dashboard:noChannel");
}

/** A row a pays: its own offices added up. */
function territoryRows(actor: Actor, { territories, offices }: NetworkData): TableRow[] {
  const { locale } = actor;
  return territories.flatMap(({ id, name }) => {
    const own = offices.filter((office) => office.parentId === id || office.id === id);
    if (own.length === 0) return [];
    const active = own.filter(({ sessions }) => sessions > 0).length;
    const of = translator(locale)("network:some", { shown: formatNumber(locale, active), all: formatNumber(locale, own.length) });
    return [{ label: name, cells: [{ text: of }, ...countCells(actor, own)] }];
  });
}

function countCells({ locale }: Actor, offices: readonly OfficeYear[]): { text: string }[] {
  return [
    { text: formatNumber(locale, sumOf(offices, "sessions")) },
    { text: formatNumber(locale, sumOf(offices, "supports")) },
    { text: formatHours(locale, sumOf(offices, "minutes")) },
  ];
}

/** « 312 (41 %) », nought of none, a dash where it may not be told. */
function knownText({ locale }: Actor, office: OfficeYear, t: Translate): string {
  const known = knownOf(office);
  if (!known) return known === null ? "–" : "0";
  return t("network:knownShare", { known: formatNumber(locale, known), share: formatShare(locale, office.told ?? 0, known) });
}

/** The running year up to today, beside the same days of the year before; a past one whole. */
function officePeriod({ year, today }: Asked) {
  return today.startsWith(year) ? { period: "year" } : { period: "custom", from: `${year}-01-01`, to: `${year}-12-31` };
}

function officeRow(actor: Actor, office: OfficeYear, { asked, t }: { asked: Asked; t: Translate }) {
  const reached = office.reached === 0 ? "–" : t("dashboard:fewer");
  return {
    id: office.id,
    name: office.name,
    to: paths.dashboard({ office: office.id, ...officePeriod(asked) }),
    cells: [
      ...countCells(actor, [office]).map(({ text }) => text),
      office.told === null ? reached : formatNumber(actor.locale, office.told),
      knownText(actor, office, t),
    ],
    mark: office.declared > 0 ? t("network:declaredMonths", { count: office.declared }) : "",
    // An office that logs tells its own figures; only one that does not may be spoken for.
    declareTo:
      office.reached === 0 && office.kind === "office" ? paths.networkDeclaration(office.id, { year: asked.year }) : undefined,
    declareName: t("network:declareFor", { name: office.name }),
  };
}
