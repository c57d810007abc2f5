import { formatInstant } from "~/i18n/format";
import type { Report } from "./queries.server";
import { wordsFor } from "./words.server";

/** « Du 1er janvier au 31 décembre 2025 », what it is compared with, and when its figures were read. */
export function factsOf(report: Report): string[] {
  const { t, day, locale } = wordsFor(report.locale);
  const { beforeStartsOn, beforeEndsOn } = report.figures;
  return [
    t("reports:period", { from: day(report.startsOn), to: day(report.endsOn) }),
    t("reports:beforeNote", { from: day(beforeStartsOn), to: day(beforeEndsOn) }),
    t("reports:frozenAt", { at: formatInstant(locale, report.figuresAt, report.zone) }),
  ];
}
