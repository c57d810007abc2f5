import { z } from "zod";
import { themeCodes } from "~/features/themes/model";

const telling = z.string({ error: "required" }).trim().min(10, "required").max(4000, "tooLong");

/** An experience report: what others need to try the same. */
export const reportSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  title: z.string({ error: "required" }).trim().min(3, "required").max(120, "tooLong"),
  theme: z.enum(themeCodes, { error: "unknownTheme" }),
  context: telling,
  done: telling,
  result: telling,
  tips: z.string().trim().max(4000, "tooLong").default(""),
});
export type ReportInput = z.output<typeof reportSchema>;

export const reportQuery = z.object({
  theme: z.enum(themeCodes).optional(),
  skip: z.coerce.number().int().min(0).max(100_000).optional(),
});
