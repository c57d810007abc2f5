import { z } from "zod";
import { establishmentKinds, importContents } from "~/lib/vocabulary";
import { type ColumnField, columnFields, type TableMapping } from "./columns.model";

const fields: readonly ColumnField[] = [...columnFields.listings, ...columnFields.past_sessions, ...columnFields.partners];
const field = z.string().refine((text): text is ColumnField => fields.some((one) => one === text), "invalid");

const whole = { content: z.enum(importContents, { error: "required" }), defaultKind: z.enum(establishmentKinds).optional() };
const year = z.coerce.number({ error: "number" }).int("number").min(1990, "number").max(2100, "number").optional();

/** The mapping screen: a field for each column in its order, empty for one that is not read. */
export const mappingSchema = z.object({
  ...whole,
  year,
  columns: z.array(z.union([z.literal(""), field]).default("")).max(400, "invalid"),
});
export type MappingInput = z.output<typeof mappingSchema>;

/** The mapping as it is kept. */
const keptSchema = z.object({ ...whole, year, columns: z.partialRecord(field, z.string()) });
const sampleSchema = z.object({ columns: z.array(z.string()), examples: z.array(z.array(z.string())) });

export const parseMapping = (kept: string): TableMapping => keptSchema.parse(JSON.parse(kept));
export const parseSample = (kept: string) => sampleSchema.parse(JSON.parse(kept));
