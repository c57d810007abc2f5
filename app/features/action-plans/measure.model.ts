import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { listOf, readHead } from "~/lib/front-matter";
import { actionDoers, establishmentKinds } from "~/lib/vocabulary";
import { readSteps } from "./content.model";
import { type Evidence, evidenceCodes } from "./evidence.model";

const words = (from: number, to: number) => z.string().min(from).max(to);
const told = {
  title: words(5, 120),
  why: words(10, 200),
  steps: z.array(words(3, 160)).min(1).max(8),
  how: z.string().max(1500),
};
const wordsSchema = z.object(told);

const schema = z.object({
  ...told,
  theme: z.enum(themeCodes),
  /** What it answers; one is enough. */
  when: z.array(z.enum(evidenceCodes)).min(1),
  /** The kinds of establishment that it is for; none means all. */
  forKinds: z.array(z.enum(establishmentKinds)).default([]),
  minutes: z.coerce.number().int().min(5).max(480),
  doneBy: z.enum(actionDoers).default("provider"),
  priority: z.coerce.number().int().min(1).max(3),
  /** The shipped sheet that says more. */
  sheet: z.string().regex(/^[a-z0-9-]+$/),
  reviewedOn: z.iso.date(),
});

type Words = z.output<typeof wordsSchema>;

/** What may be done about something that is known of an establishment: a step, in both languages. */
export interface Measure extends Omit<z.output<typeof schema>, keyof Words> {
  id: string;
  texts: { fr: Words; en: Words };
}

/**
 * A measure of the files `<id>.fr.md`, which holds its conditions, and `<id>.en.md`, which holds its
 * words alone. Throws with the file's name when one is not right.
 */
export function parseMeasure(id: string, files: { fr: string; en: string }): Measure {
  const { title, why, steps, how, ...measure } = check(`${id}.fr.md`, files.fr, schema);
  return { ...measure, id, texts: { fr: { title, why, steps, how }, en: check(`${id}.en.md`, files.en, wordsSchema) } };
}

function check<S extends z.ZodType>(fileName: string, text: string, shape: S): z.output<S> {
  const { fields, body } = readHead(fileName, text);
  const lists = { when: listOf(fields.when), forKinds: listOf(fields.forKinds) };
  const parsed = shape.safeParse({ ...fields, ...lists, ...readSteps(body.split("\n")) });
  if (!parsed.success) throw new Error(`${fileName}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** A measure that something asks for, and what does. */
export interface Recommendation {
  measure: Measure;
  reasons: Evidence[];
}

/**
 * The measures that what is known asks for, whoever found it: what was noted before what nobody noted,
 * the more urgent first, then the shortest. A measure is given once, with all its reasons.
 */
export function recommend(measures: readonly Measure[], evidence: readonly Evidence[]): Recommendation[] {
  return measures
    .map((measure) => ({ measure, reasons: evidence.filter((one) => answers(measure, one)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(byUrgency);
}

/** What was noted first, then the more urgent, then the shortest. */
export function byUrgency(a: Recommendation, b: Recommendation): number {
  return rankOf(a) - rankOf(b) || a.measure.minutes - b.measure.minutes || (a.measure.id < b.measure.id ? -1 : 1);
}

/** Whether something was noted that asks for it, rather than not known. */
export const isNoted = ({ reasons }: Recommendation): boolean => reasons.some((one) => one.isNoted);

const rankOf = (one: Recommendation) => (isNoted(one) ? 0 : 10) + one.measure.priority;

function answers({ when, forKinds }: Measure, { code, place }: Evidence): boolean {
  return when.includes(code) && (forKinds.length === 0 || forKinds.includes(place.kind));
}
