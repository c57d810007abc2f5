/**
 * The front matter of a shipped file `slug.fr.md`, its slug, its language and what follows.
 * Throws with the file's name when there is none.
 */
export function readHead(fileName: string, text: string) {
  const [, slug, locale] = /^([a-z0-9-]+)\.(fr|en)\.md$/.exec(fileName) ?? [];
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (!slug || !head || body === undefined) throw new Error(`${fileName}: no front matter`);
  const fields: Record<string, unknown> = Object.fromEntries(head.split("\n").filter(Boolean).map(fieldOf));
  return { slug, locale: locale === "en" ? ("en" as const) : ("fr" as const), fields, body };
}

/** « why: Pour que cela serve. » as a name and its value. */
export function fieldOf(line: string): [string, string] {
  const cut = line.indexOf(":");
  return [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
}

/** Values parted by commas, as a list. */
export const listOf = (value: unknown): unknown =>
  typeof value === "string" ? value.split(",").map((one) => one.trim()) : value;
