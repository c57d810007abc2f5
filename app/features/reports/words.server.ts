import { type FigureKey, figureDefinitions } from "~/features/figures/catalogue.model";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatHours, formatNumber, formatShare, minutesShown } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import type { FrozenRow, Hidden } from "~/lib/report-content";
import { establishmentKinds, sessionChannels } from "~/lib/vocabulary";
import { isReportFigure, type ReportList } from "./model";
import { foldedKey } from "./outside.model";

/** What turns frozen counts into words of the report's language. */
export function wordsFor(locale: Locale) {
  const t = translator(locale);
  const number = (value: number) => formatNumber(locale, value);
  const worded = (key: FigureKey, value: number) => (isTime(key) ? formatHours(locale, value) : number(value));
  const exact = (key: FigureKey, value: number) =>
    isTime(key) ? `${formatNumber(locale, value / 60, 1)}\u00a0h` : number(value);
  const unsaid = (hidden: Hidden) => t(hidden === "few" ? "dashboard:fewer" : "reports:unsaid");
  return {
    locale,
    t,
    number,
    worded,
    unsaid,
    /** A frozen amount, or why it is not told. */
    frozen: (key: FigureKey, { value, hidden }: { value: number; hidden?: Hidden | undefined } = { value: 0 }) =>
      hidden ? unsaid(hidden) : worded(key, value),
    share: (part: number, whole: number) => formatShare(locale, part, whole),
    /** A figure's name as it stands alone: « dont nouveaux » needs what it is a part of. */
    name: (key: FigureKey) => (isPart(key) ? t(`reports:ownNames.${key}`) : t(`figures:names.${key}`)),
    day: (day: string) => spokenDay(locale, day),
    /** « 1er janvier » and « 31 décembre 2025 »: the year once where it is the same. */
    span: (from: string, to: string) => ({
      from: spokenDay(locale, from, from.slice(0, 4) === to.slice(0, 4)),
      to: spokenDay(locale, to),
    }),
    /** « + 12 », « – 3 », « = »: of what is shown, so that the reader's own sum agrees. */
    change(key: FigureKey, value: number, before: number): string {
      const [now, then] = isTime(key) ? [minutesShown(value), minutesShown(before)] : [value, before];
      return signed(now - then, (amount) => worded(key, amount));
    },
    /** An amount to the tenth of an hour, where a small change is what is told; and how it changed. */
    exact,
    exactChange: (key: FigureKey, value: number, before: number) => signed(value - before, (amount) => exact(key, amount)),
    row: (list: ReportList, row: FrozenRow) => wordRow(locale, list, row),
  };
}

const isTime = (key: FigureKey): boolean => figureDefinitions[key].unit === "minutes";

const signed = (change: number, worded: (amount: number) => string): string =>
  change === 0 ? "=" : `${change > 0 ? "+" : "–"}\u00a0${worded(Math.abs(change))}`;

/** A day without its weekday. */
const spokenDay = (locale: Locale, day: string, isWithoutYear = false): string =>
  formatDay(locale, day, isWithoutYear ? "spoken" : "long").replace(/^\S+ /, "");

const parts = ["newProviders", "followed", "shortAdvices", "actionsLate"] as const;
const isPart = (key: string): key is (typeof parts)[number] => parts.some((part) => part === key);
export type Words = ReturnType<typeof wordsFor>;

function wordRow(locale: Locale, list: ReportList, { key, name }: FrozenRow): string {
  const t = translator(locale);
  if (key === foldedKey) return t("dashboard:othersFolded");
  const words: Record<ReportList, () => string> = {
    months: () => formatDay(locale, `${key}-01`, "month"),
    themes: () => (isTheme(key) ? t(`themes:${key}.name`) : t("reports:noTheme")),
    channels: () => wordOf(sessionChannels, key, (code) => t(`coaching:channels.${code}`)) ?? t("reports:noChannel"),
    kinds: () => t(key === "group" ? "dashboard:kinds.group" : "dashboard:kinds.individual"),
    providerKinds: () => wordOf(establishmentKinds, key, (code) => t(`kinds:${code}`)) ?? key,
    communes: () => name ?? t("reports:noCommune"),
    goals: () => (isReportFigure(key) ? t(`figures:names.${key}`) : key),
  };
  return words[list]();
}

function wordOf<T extends string>(known: readonly T[], key: string, word: (code: T) => string): string | undefined {
  const code = known.find((one) => one === key);
  return code === undefined ? undefined : word(code);
}
