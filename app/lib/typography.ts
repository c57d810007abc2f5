const narrow = "\u202f";
const wide = "\u00a0";
/** Units that stay with their number; a `{{value}}` of a text counts as one. */
const beforeUnit = /(?<=\d|\}\}) (?=(?:%|€|h|min|km|ko|Mo|Go|px|cm|m²)(?![\p{L}\d]))/gu;

/**
 * French words as they are typeset: a narrow no-break space before `;`, `?` and `!`, a no-break space before `:`, inside
 * « » and before a unit. Only spaces that stand there already are turned, so addresses, hours and English stay as they are.
 */
export function typeset(text: string): string {
  if (!text.includes(" ")) return text;
  return text
    .replace(/ (?=[;?!](?:[\s»)…?!.,]|$))/g, narrow)
    .replace(/ (?=:(?:\s|$)|»)|(?<=«) /g, wide)
    .replace(beforeUnit, wide);
}

/** Every text of a catalogue, however deep, as `typeset` writes it. */
export function typesetAll<T>(texts: T): T;
export function typesetAll(texts: unknown): unknown {
  if (typeof texts === "string") return typeset(texts);
  if (Array.isArray(texts)) return texts.map((text) => typesetAll(text));
  if (typeof texts !== "object" || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typesetAll(text)]));
}
