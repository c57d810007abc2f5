import { z } from "zod";
import { isSubTheme, themeCodes } from "~/features/themes/model";
import { fold } from "~/lib/fold";
import { establishmentKinds, levels, resourceSeasons } from "~/lib/vocabulary";

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
    keywords: z.string().max(400).default(""),
    season: z.enum(resourceSeasons).default("any"),
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

/** An address part made of a title: « Répondre à un avis » → `repondre-a-un-avis`. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 70);
}
