import type { Actor } from "~/access/actor";
import { type FigureKey, figureDefinitions } from "~/features/figures/catalogue.model";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatEuros, formatHours, formatNumber, formatShare } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { lastDayOf, monthOf } from "~/lib/dates";
import { type EstablishmentKind, type SessionChannel, sessionChannels } from "~/lib/vocabulary";
import { paths, type Query } from "~/paths";
import type { Days } from "./model";
import type { DashboardAsked, DashboardData } from "./queries.server";

/** What turns the figures of one address into the reader's words and links. */
export function wordsFor(actor: Actor, asked: DashboardAsked, data: DashboardData) {
  const { locale } = actor;
  const t = translator(locale);
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits);
  const hours = (minutes: number) => formatHours(locale, minutes);
  const share = (part: number, whole: number) => formatShare(locale, part, whole);
  const worded = (key: FigureKey, value: number) => (figureDefinitions[key].unit === "minutes" ? hours(value) : number(value));
  const { compare, isDetailed, days, office, narrowing } = asked;
  const address: Query = { period: "custom", from: days.from, to: days.to, compare, office, ...narrowing };
  const log: Query = { from: days.from, to: days.to, office, ...narrowing };
  const isNothingBefore = data.totalsBefore.sessions === 0 && data.totalsBefore.otherMinutes === 0;
  return {
    t,
    number,
    hours,
    share,
    worded,
    euros: (cents: number) => formatEuros(locale, cents),
    day: (day: string) => wordedDay(locale, day),
    dayOnly: (day: string) => wordedDay(locale, day, true),
    name: (key: FigureKey) => t(`figures:names.${key}`),
    help: (keys: readonly FigureKey[]) =>
      keys.map((key) => ({ term: t(`figures:names.${key}`), text: t(`figures:help.${key}`) })),
    /** « 12 de plus que l’année d’avant »: a comparison in words, never a colour alone. */
    compared(key: FigureKey, value: number, before: number): string {
      if (isNothingBefore) return t(`dashboard:noneBefore.${compare}`);
      const than = t(`dashboard:than.${compare}`);
      if (value === before) return t("dashboard:same", { than });
      const change = { value: worded(key, Math.abs(value - before)), than };
      return value > before ? t("dashboard:more", change) : t("dashboard:less", change);
    },
    theme: (code: string) => (isTheme(code) ? t(`themes:${code}.name`) : t("dashboard:noTheme")),
    channel: (code: string) => (isChannel(code) ? t(`coaching:channels.${code}`) : t("dashboard:noChannel")),
    providerKind: (kind: EstablishmentKind) => t(`kinds:${kind}`),
    month: (month: string) => formatDay(locale, month, "month"),
    monthOnly: (month: string) => formatDay(locale, month, "monthOnly"),
    /** « Depuis janvier », « En 2025 », « Du 3 au 9 mars 2026 »: how a sentence begins. */
    spoken: (asked: DashboardAsked["days"]) => {
      const year = asked.from.slice(0, 4);
      if (asked.period !== "custom") return t(`dashboard:since.${asked.period}`, { year });
      const isCivilYear = asked.from === `${year}-01-01` && asked.to === `${year}-12-31`;
      return isCivilYear ? t("dashboard:since.last-year", { year }) : wordedPeriod(locale, asked);
    },
    // The rows behind a figure, for those who may see them.
    sessions: (more: Query = {}) =>
      isDetailed ? paths.coaching({ ...log, ...more, held: data.hasElsewhere ? "own" : undefined }) : undefined,
    parts: () => (isDetailed ? paths.coaching(log) : undefined),
    providers: (reach: string, more: Query = {}) =>
      isDetailed ? paths.dashboardProviders({ ...address, reach, ...more }) : undefined,
    actions: (set: string, more: Query = {}) => (isDetailed ? paths.dashboardActions({ ...address, set, ...more }) : undefined),
    workshops: (set: string) => (isDetailed ? paths.dashboardWorkshops({ ...address, set }) : undefined),
    counted: (set: string, more: Query = {}) => (isDetailed ? paths.dashboardCounted({ ...address, set, ...more }) : undefined),
    establishments: () => (isDetailed ? paths.dashboardEstablishments(address) : undefined),
    inMonth: (month: string) => ({
      from: month === monthOf(days.from) ? days.from : `${month}-01`,
      to: month === monthOf(days.to) ? days.to : lastDayOf(month),
    }),
  };
}
export type Words = ReturnType<typeof wordsFor>;

/** « 2 offices sur 3 »: of how many a total is, where not of all. */
export const wordedOffices = (offices: { shown: number; all: number }, { t, number }: Pick<Words, "t" | "number">): string =>
  t("dashboard:ofOffices", { count: offices.shown, shown: number(offices.shown), all: number(offices.all) });

/** « Du 1er janvier au 24 novembre 2026 ». */
export function wordedPeriod(locale: Locale, { from, to }: Days): string {
  const t = translator(locale);
  if (from === to) return t("dashboard:oneDay", { from: wordedDay(locale, from) });
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return t("dashboard:days", { from: wordedDay(locale, from, isOneYear), to: wordedDay(locale, to) });
}

/** « 135 au total · Du 1er janvier au 24 novembre 2026 »: how many rows stand behind a figure. */
export function wordedTotal(locale: Locale, { days }: Pick<DashboardAsked, "days">, count: number): string {
  const total = translator(locale)("dashboard:rows.count", { count, number: formatNumber(locale, count) });
  return `${total} · ${wordedPeriod(locale, days)}`;
}

/** « 24 novembre 2026 », or « 24 novembre ». */
export function wordedDay(locale: Locale, day: string, isWithoutYear = false): string {
  return formatDay(locale, day, isWithoutYear ? "spoken" : "long").replace(/^\S+ /, "");
}

function isChannel(code: string): code is SessionChannel {
  return sessionChannels.some((known) => known === code);
}
