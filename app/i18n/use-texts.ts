import { useMatches } from "@remix-run/react";
import type { Area, Sent } from "./translate";

/** The texts of one area, as the page's loaders sent them (textsOf). Call it once a page or piece, never in a row. */
export function useTexts<A extends Area>(area: A): Sent[A] {
  const matches = useMatches();
  for (const { data } of matches.toReversed()) {
    if (hasTexts(data, area)) return data.texts[area];
  }
  throw new Error(`no loader of this page sends the texts « ${area} »`);
}

/** Writes « label : text » as the reader's language punctuates it. */
export function useLabelled(): (label: string, text: string) => string {
  const { colon } = useTexts("common");
  return (label, text) => `${label}${colon}${text}`;
}

/** Puts values in a text: `fill("{{count}} fiches", { count: "12" })`. Plurals belong to loaders. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function hasTexts<A extends Area>(data: unknown, area: A): data is { texts: Pick<Sent, A> } {
  return (
    typeof data === "object" &&
    data !== null &&
    "texts" in data &&
    typeof data.texts === "object" &&
    data.texts !== null &&
    area in data.texts
  );
}
