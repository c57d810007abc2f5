import type { Locale } from "./translate";

/** The reader's language before anyone is signed in: French unless the browser asks for English first. */
export function localeOf(request: Request): Locale {
  const asked = request.headers.get("Accept-Language") ?? "";
  return /^\s*en\b/i.test(asked) ? "en" : "fr";
}
