import type { Period } from "~/features/figures/period.model";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { monthOf } from "~/lib/dates";
import type { FrozenFigures } from "~/lib/report-content";
import { isReportFigure, type ReportPeriod, shippedBlocks, type TemplateBlock } from "./model";
import { type Words, wordsFor } from "./words.server";

/** « Rapport d’activité 2025 ». */
export function titleOf(locale: Locale, period: ReportPeriod, { from, to }: Period): string {
  const months = { from: formatDay(locale, `${monthOf(from)}-01`, "month"), to: formatDay(locale, `${monthOf(to)}-01`, "month") };
  const days = { from: formatDay(locale, from), to: formatDay(locale, to) };
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])].join("-");
  return translator(locale)(`reports:names.${period}`, { ...(period === "custom" ? days : months), year: years });
}

interface Start {
  template: TemplateBlock[] | undefined;
  office: string;
  days: Period;
  figures: FrozenFigures;
}

/** The first blocks of a report; a text's `{reached}` or `{period}` becomes what it names. */
export function startingBlocks(locale: Locale, { template, ...start }: Start): TemplateBlock[] {
  const words = wordsFor(locale);
  const shipped = shippedBlocks.map(({ key, kind, content }) => ({
    kind,
    title: words.t(`reports:template.${key}.title`),
    body: words.t(`reports:template.${key}.body`),
    content: { ...content },
  }));
  return (template ?? shipped).map((block) => ({ ...block, body: filled(block.body, start, words) }));
}

function filled(text: string, { office, days, figures }: Omit<Start, "template">, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "office") return office;
    if (name === "period") return words.t("reports:period", { from: words.day(days.from), to: words.day(days.to) });
    return isReportFigure(name) ? words.worded(name, figures.values[name]?.value ?? 0) : whole;
  });
}
