import { z } from "zod";
import { isSubTheme, themeCodes } from "~/features/themes/model";
import { fold } from "~/lib/fold";
import { establishmentKinds, levels } from "~/lib/vocabulary";

/** What stands between the two `---` lines of a shipped sheet. */
export const frontMatterSchema = z
  .object({
    title: z.string().min(5).max(90),
    summary: z.string().min(20).max(220),
    theme: z.enum(themeCodes),
    subTheme: z.string(),
    level: z.enum(levels),
    minutes: z.coerce.number().int().min(1).max(60),
    reviewedOn: z.iso.date(),
    forKinds: z.array(z.enum(establishmentKinds)).default([]),
    source: z.string().optional(),
  })
  .refine((sheet) => isSubTheme(`${sheet.theme}.${sheet.subTheme}`), { path: ["subTheme"], message: "unknown sub-theme" });

export interface ShippedSheet extends z.output<typeof frontMatterSchema> {
  slug: string;
  locale: "fr" | "en";
  body: string;
}

/** A file `slug.fr.md` as a sheet; throws with the file's name when its front matter is not right. */
export function parseSheet(fileName: string, text: string): ShippedSheet {
  const [, slug, locale] = /^([a-z0-9-]+)\.(fr|en)\.md$/.exec(fileName) ?? [];
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (!slug || !head || body === undefined) throw new Error(`${fileName}: no front matter`);
  const fields = Object.fromEntries(head.split("\n").map((line) => field(line)));
  const parsed = frontMatterSchema.safeParse(fields);
  if (!parsed.success) throw new Error(`${fileName}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, slug, locale: locale === "en" ? "en" : "fr", body: body.trim() };
}

function field(line: string): [string, string | string[]] {
  const cut = line.indexOf(":");
  const name = line.slice(0, cut).trim();
  const value = line.slice(cut + 1).trim();
  return [name, name === "forKinds" ? value.split(",").map((one) => one.trim()) : value];
}

const smallWords = new Set(
  "a au aux avec ce ces comment d dans de des du en est et faire je l la le les ma mes mon ne on ou par pas pour que qui sa se ses son sur un une vos votre".split(
    " ",
  ),
);

/**
 * A full-text query of what a person types: small words left out, plural endings dropped, each word
 * by its beginning; null when nothing is left. Quotes make it data, never syntax (ASVS 1.2.9).
 */
export function toFullText(words: string): string | null {
  const kept = fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !smallWords.has(word))
    .slice(0, 8);
  if (kept.length === 0) return null;
  return kept.map((word) => `"${stem(word)}"*`).join(" ");
}

/** The same with any of the words instead of all: what is asked when all of them find nothing. */
export const toLooseFullText = (words: string): string | null => toFullText(words)?.replaceAll('"* "', '"* OR "') ?? null;

/** Plural endings only: « avis » stays, « photos » and « réseaux » lose theirs. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith("aux")) return word.slice(0, -2);
  return word.length > 4 && /[^s]s$|x$/.test(word) ? word.slice(0, -1) : word;
}

/** An address part made of a title: « Répondre à un avis » → `repondre-a-un-avis`. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 70);
}
