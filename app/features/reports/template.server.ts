import type { Period } from "~/features/figures/period.model";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { monthOf } from "~/lib/dates";
import { type ReportPeriod, shippedBlocks, type TemplateBlock } from "./model";

/** « Rapport d’activité 2025 ». */
export function titleOf(locale: Locale, period: ReportPeriod, { from, to }: Period): string {
  const [first, last] = [from, to].map((day) => formatDay(locale, `${monthOf(day)}-01`, "month"));
  // « juillet à septembre 2026 »: the year once.
  const isOneYear = period !== "month" && from.slice(0, 4) === to.slice(0, 4);
  const months = { from: isOneYear ? (first ?? "").replace(/ \d{4}$/, "") : (first ?? ""), to: last ?? "" };
  const days = { from: formatDay(locale, from), to: formatDay(locale, to) };
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])].join("-");
  return translator(locale)(`reports:names.${period}`, { ...(period === "custom" ? days : months), year: years });
}

/** The first blocks of a report; `{prestataires}` in a text is filled where it is shown (`fillTokens`). */
export function startingBlocks(locale: Locale, template: TemplateBlock[] | undefined): TemplateBlock[] {
  const t = translator(locale);
  const shipped = shippedBlocks.map(({ key, kind, content }) => ({
    kind,
    title: t(`reports:template.${key}.title`),
    body: t(`reports:template.${key}.body`),
    content: { ...content },
  }));
  return template ?? shipped;
}
