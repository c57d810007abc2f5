import type { Locale } from "~/i18n/translate";
import { kindChoices, themeChoices } from "./describe.server";
import type { getResource } from "./queries.server";
import { subThemeChoices } from "./sub-themes.server";

/** A resource as its form shows it. */
export function valuesOf(row: ReturnType<typeof getResource>): Record<string, string> {
  const { id, kind, title, summary, theme, level, visibility, body, state, season, keywords, locale } = row;
  return {
    ...{ id, kind, title, summary, theme, level, visibility, body, state, season, keywords, locale },
    subTheme: row.subTheme ? `${theme}.${row.subTheme}` : "",
    author: row.author ?? "",
    licence: row.licence ?? "",
    reviewedOn: row.reviewedOn ?? "",
    expiresOn: row.expiresOn ?? "",
    url: row.url ?? "",
    minutes: String(row.minutes ?? ""),
    version: String(row.version),
  };
}

/** What the form offers to choose from. */
export const choicesOfForm = (locale: Locale) => ({
  themes: themeChoices(locale),
  subThemes: subThemeChoices(locale),
  kinds: kindChoices(locale),
});

/** The kinds ticked in a posted form, to show it again. */
export const tickedKinds = (fields: FormData): string[] => fields.getAll("forKinds").map(String);
