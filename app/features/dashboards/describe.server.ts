import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatHours, formatNumber, formatShare } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { lastDayOf } from "~/lib/dates";
import { paths } from "~/paths";
import { readYearDashboard } from "./queries.server";

interface YearAsked {
  year: number;
  /** `11`: the year's figures run to the end of this month, last year's too. */
  lastMonth: string;
  office?: string | undefined;
}

/** The year's figures in words, each with the address of the rows behind it. */
export function describeYear(actor: Actor, asked: YearAsked) {
  const { locale } = actor;
  const { year } = asked;
  const t = translator(locale);
  const data = readYearDashboard(actor, asked);
  const number = (value: number) => formatNumber(locale, value);
  const inYear = { from: `${year}-01-01`, to: `${year}-12-31`, office: asked.office };
  const compare = (value: number, before: number) => compareInWords(locale, year - 1, [value, before]);
  return {
    isEmpty: data.totals.sessions === 0 && data.totalsBefore.sessions === 0,
    sentence: t("dashboard:sentence", {
      period: t(asked.lastMonth === "12" ? "dashboard:year" : "dashboard:period", { year }),
      reached: number(data.reached),
      known: number(data.known),
      share: formatShare(locale, data.reached, data.known),
    }),
    figures: [
      {
        label: t("dashboard:figures.sessions"),
        value: number(data.totals.sessions),
        note: compare(data.totals.sessions, data.totalsBefore.sessions),
        to: paths.coaching(inYear),
      },
      {
        label: t("dashboard:figures.supports"),
        value: number(data.totals.supports),
        note: compare(data.totals.supports, data.totalsBefore.supports),
        to: paths.coaching(inYear),
      },
      {
        label: t("dashboard:figures.providers"),
        value: number(data.reached),
        note: compare(data.reached, data.reachedBefore),
        to: paths.providers({ office: asked.office }),
      },
      {
        label: t("dashboard:figures.contact"),
        value: formatHours(locale, data.totals.minutes),
        note: "",
        to: paths.coaching(inYear),
      },
    ],
    byMonth: data.byMonth.map((row) => ({
      label: formatDay(locale, row.month, "month"),
      value: row.sessions,
      valueText: number(row.sessions),
      to: paths.coaching({ from: `${row.month}-01`, to: lastDayOf(row.month), office: asked.office }),
    })),
    byTheme: data.byTheme.map((row) => ({
      label: isTheme(row.theme) ? t(`themes:${row.theme}.name`) : t("dashboard:noTheme"),
      value: row.sessions,
      valueText: number(row.sessions),
      to: paths.coaching({ ...inYear, theme: row.theme }),
    })),
  };
}

/** « 12 de plus qu’en 2025 »: a comparison in words, never a colour alone. */
function compareInWords(locale: Locale, year: number, [value, before]: [number, number]): string {
  const t = translator(locale);
  const change = { count: Math.abs(value - before), year };
  if (value === before) return t("dashboard:same", change);
  return value > before ? t("dashboard:more", change) : t("dashboard:less", change);
}
