import type { Actor } from "~/access/actor";
import { themeName } from "~/features/coaching/lines";
import { isSmall } from "~/features/figures/mask.model";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatNumber, formatShare } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { addMonths } from "~/lib/dates";
import { countPresent, listFeedbackByMonth, listFeedbackByTheme, listFeedbackWords } from "./feedback.queries.server";
import { readsFromOutside, toldInside, toldOutside } from "./feedback-outside.server";

/**
 * A year of opinions, by theme and by month, with what was written. Whoever reads an office from above gets no row of
 * fewer than five answers, and only the words that may be quoted.
 */
export function describeFeedback(actor: Actor) {
  const { locale } = actor;
  const t = translator(locale);
  const since = addMonths(todayOf(actor), -12);
  const asked = countPresent(actor, since);
  const isOutside = readsFromOutside(actor);
  const told = isOutside ? toldOutside : toldInside;
  const byTheme = listFeedbackByTheme(actor, since);
  const themes = told(byTheme);
  const count = byTheme.reduce((sum, row) => sum + row.answers, 0);
  const later = byTheme.reduce((sum, row) => sum + row.later, 0);
  const mean = (value: number | null) => (value === null ? "–" : formatNumber(locale, value, 1));
  const counted = (value: number | null) => (value === null ? "–" : formatNumber(locale, value));
  const share = (part: number, whole: number) => (isOutside && isSmall(whole) ? "–" : formatShare(locale, part, whole));
  const nameOf = (theme: string | null) => (theme && isTheme(theme) ? themeName(locale, theme) : "–");
  return {
    intro: t("workshops:feedback.intro", {
      from: formatDay(locale, since),
      answers: t("workshops:feedback.answers", { count }),
      asked: formatNumber(locale, asked),
      later: isOutside && isSmall(later) ? t("workshops:feedback.laterFew") : t("workshops:feedback.later", { count: later }),
    }),
    count: themes.length === 0 ? 0 : count + later,
    themes: themes.map((row) => ({
      theme: row.isOthers ? t("dashboard:othersFolded") : nameOf(row.theme),
      answers: counted(row.answers),
      usefulness: mean(row.usefulness),
      pace: share(row.right, row.paced),
      recommend: share(row.recommend, row.asked),
      later: counted(row.later),
    })),
    months: told(listFeedbackByMonth(actor, since)).map((row) => ({
      month: row.isOthers ? t("dashboard:othersFolded") : formatDay(locale, row.month, "month"),
      answers: counted(row.answers),
      usefulness: mean(row.usefulness),
      later: counted(row.later),
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
