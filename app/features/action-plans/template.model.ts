import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { fieldOf, listOf, readHead } from "~/lib/front-matter";
import { actionDoers, establishmentKinds } from "~/lib/vocabulary";
import { readSteps } from "./content.model";

const words = (from: number, to: number) => z.string().min(from).max(to);

const headSchema = z.object({
  title: words(5, 80),
  summary: words(20, 220),
  theme: z.enum(themeCodes),
  /** The kinds that it was written for; none means all. */
  forKinds: z.array(z.enum(establishmentKinds)).default([]),
  reviewedOn: z.iso.date(),
});

const stepSchema = z.object({
  title: words(5, 120),
  why: words(10, 200),
  how: z.string().max(1500),
  minutes: z.coerce.number().int().min(5).max(480),
  doneBy: z.enum(actionDoers).default("provider"),
  priority: z.coerce.number().int().min(1).max(3).default(2),
  /** Weeks after the start; without it, before the season. */
  weeks: z.coerce.number().int().min(1).max(52).optional(),
  theme: z.enum(themeCodes).optional(),
  /** The shipped sheet that says more. */
  sheet: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  steps: z.array(words(3, 160)).max(12),
});
export type TemplateStep = z.output<typeof stepSchema>;

export interface PlanTemplate extends z.output<typeof headSchema> {
  slug: string;
  locale: "fr" | "en";
  steps: TemplateStep[];
}

/**
 * A file `slug.fr.md` as a template: front matter, then a heading a step, under it its fields
 * (`why: …`), its numbered gestures, and how to do it. Throws with the file's name when it is not right.
 */
export function parseTemplate(fileName: string, text: string): PlanTemplate {
  const { slug, locale, fields, body } = readHead(fileName, text);
  const head = { ...fields, forKinds: listOf(fields.forKinds) };
  const sections = body.split(/^## /m).slice(1);
  const parsed = z
    .object({ head: headSchema, steps: z.array(stepSchema).min(3).max(12) })
    .safeParse({ head, steps: sections.map(stepOf) });
  if (!parsed.success) throw new Error(`${fileName}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data.head, steps: parsed.data.steps, slug, locale };
}

const fieldLine = /^(why|minutes|doneBy|priority|weeks|theme|sheet): /;

function stepOf(section: string): Record<string, unknown> {
  const [title = "", ...lines] = section.split("\n");
  const fields = lines.filter((line) => fieldLine.test(line)).map(fieldOf);
  return {
    title: title.trim(),
    ...Object.fromEntries(fields),
    ...readSteps(lines.filter((line) => !fieldLine.test(line))),
  };
}
