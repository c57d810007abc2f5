import { isTheme } from "~/features/themes/model";
import { type Locale, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import type { levels, resourceKinds } from "~/lib/vocabulary";
import type { ResourceLine } from "./components/resource-list";
import { subThemeName } from "./sub-themes.server";

interface ListedResource {
  slug: string;
  kind: (typeof resourceKinds)[number];
  title: string;
  summary: string;
  theme: string;
  /** Said where it is known: on the page of the resource. */
  subTheme?: string | null;
  level: (typeof levels)[number];
  minutes: number | null;
}

/** The texts of a resource in a list; `to` makes its address, in the staff's frame or the provider's. */
export function resourceLine(locale: Locale, row: ListedResource, to: (slug: string) => string): ResourceLine {
  const t = translator(locale);
  const context = [
    isTheme(row.theme) ? t(`themes:${row.theme}.name`) : "",
    subThemeName(locale, row.theme, row.subTheme ?? null),
    t(`resources:kinds.${row.kind}`),
    t(`resources:levels.${row.level}`),
    row.minutes ? t("resources:minutes", { count: row.minutes }) : "",
  ];
  return {
    to: to(row.slug),
    title: typeset(row.title),
    summary: typeset(row.summary),
    context: context.filter(Boolean).join(" · "),
  };
}
