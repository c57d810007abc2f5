/** Languages offered as ticks, ISO 639-1; others that a source gave stay. */
export const spokenLanguages = ["fr", "en", "de", "nl", "es", "it", "pt", "eu", "oc"] as const;

const names = { fr: new Intl.DisplayNames("fr", { type: "language" }), en: new Intl.DisplayNames("en", { type: "language" }) };

/** « français », « basque »; the code itself when it names nothing. */
export function languageName(locale: "fr" | "en", code: string): string {
  return names[locale].of(code) ?? code;
}
