import { formatInstant } from "~/i18n/format";
import type { Audience } from "./outside.model";
import type { Report } from "./queries.server";
import { wordsFor } from "./words.server";

/** A report as a document for somebody; `hides` where it counts something too small to leave the office. */
export type AddressedReport = Report & { audience?: Audience; hides?: boolean };

/** « Du 1er janvier au 31 décembre 2025 », what it is compared with, when its figures were read, and what they leave out. */
export function factsOf(report: AddressedReport): string[] {
  const { t, span, locale } = wordsFor(report.locale);
  const { beforeStartsOn, beforeEndsOn } = report.figures;
  const note = noteOf(report);
  return [
    t("reports:period", span(report.startsOn, report.endsOn)),
    t("reports:beforeNote", span(beforeStartsOn, beforeEndsOn)),
    t("reports:frozenAt", { at: formatInstant(locale, report.figuresAt, report.zone) }),
    ...(note ? [note] : []),
  ];
}

/** Whether its small counts are in it or not; undefined where it has none. */
export function noteOf({ audience, hides, locale }: AddressedReport): string | undefined {
  return hides && audience ? wordsFor(locale).t(`reports:audiences.${audience}.note`) : undefined;
}
