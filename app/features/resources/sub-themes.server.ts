import { isSubTheme, isTheme, themeCodes, themes } from "~/features/themes/model";
import { type Locale, textsOf, translator } from "~/i18n/translate";

/** The sub-themes by theme, for a form; each as `theme.sub_theme`. */
export const subThemeChoices = (locale: Locale) =>
  themeCodes.map((theme) => ({
    name: translator(locale)(`themes:${theme}.name`),
    choices: themes[theme].map((sub) => ({ code: `${theme}.${sub}`, name: subThemeName(locale, theme, sub) })),
  }));

/** The name of a theme's sub-theme; empty for none, and for one that the list no longer has. */
export function subThemeName(locale: Locale, theme: string, sub: string | null): string {
  if (!sub || !isTheme(theme) || !isSubTheme(`${theme}.${sub}`)) return "";
  const names: Record<string, string> = textsOf(locale, "themes").themes[theme].sub;
  return names[sub] ?? "";
}
