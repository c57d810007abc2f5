/** Languages offered as ticks, ISO 639-1; others that a source gave stay. */
export const spokenLanguages = ["fr", "en", "de", "nl", "es", "it", "pt", "eu", "oc"] as const;

const names = new Map<"fr" | "en", Intl.DisplayNames>();

/** « français », « basque »; the code itself when it names nothing. */
export function languageName(locale: "fr" | "en", code: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  names.set(locale, known);
  return known.of(code) ?? code;
}
