import { z } from "zod";
import { isSubTheme, themeCodes } from "~/features/themes/model";
import { fold } from "~/lib/fold";
import { listOf, readHead } from "~/lib/front-matter";
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
  const { slug, locale, fields, body } = readHead(fileName, text);
  if (fields.forKinds !== undefined) fields.forKinds = listOf(fields.forKinds);
  const parsed = frontMatterSchema.safeParse(fields);
  if (!parsed.success) throw new Error(`${fileName}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, slug, locale, body: body.trim() };
}

/** An address part made of a title: « Répondre à un avis » → `repondre-a-un-avis`. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 70);
}
