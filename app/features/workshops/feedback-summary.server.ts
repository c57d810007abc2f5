import type { Actor } from "~/access/actor";
import { themeName } from "~/features/coaching/lines";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatNumber, formatShare } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { addMonths } from "~/lib/dates";
import { countPresent, listFeedbackByMonth, listFeedbackByTheme, listFeedbackWords } from "./feedback.queries.server";

/** A year of opinions, by theme and by month, with what was written. */
export function describeFeedback(actor: Actor) {
  const { locale } = actor;
  const t = translator(locale);
  const since = addMonths(todayOf(actor), -12);
  const asked = countPresent(actor, since);
  const themes = listFeedbackByTheme(actor, since);
  const count = themes.reduce((sum, row) => sum + row.answers, 0);
  const later = themes.reduce((sum, row) => sum + row.later, 0);
  const mean = (value: number | null) => (value === null ? "–" : formatNumber(locale, value, 1));
  return {
    intro: t("workshops:feedback.intro", {
      from: formatDay(locale, since),
      answers: t("workshops:feedback.answers", { count }),
      asked: formatNumber(locale, asked),
      later: t("workshops:feedback.later", { count: later }),
    }),
    count: count + later,
    themes: themes.map((row) => ({
      theme: row.theme && isTheme(row.theme) ? themeName(locale, row.theme) : "–",
      answers: formatNumber(locale, row.answers),
      usefulness: mean(row.usefulness),
      pace: formatShare(locale, row.right, row.paced),
      recommend: formatShare(locale, row.recommend, row.asked),
      later: formatNumber(locale, row.later),
    })),
    months: listFeedbackByMonth(actor, since).map((row) => ({
      month: formatDay(locale, row.month, "month"),
      answers: formatNumber(locale, row.answers),
      usefulness: mean(row.usefulness),
      later: formatNumber(locale, row.later),
    })),
    words: listFeedbackWords(actor, since).map(({ deed, comment, moment, ...row }) => ({
      ...row,
      words: [
        { label: t(`workshops:feedback.deed.${moment}`), text: deed },
        { label: t("workshops:feedback.comment"), text: comment },
      ].filter(({ text }) => text !== ""),
    })),
  };
}
