import { z } from "zod";
import { isDay } from "~/lib/dates";
import { reportPeriods } from "./model";
import { audiences } from "./outside.model";

const day = z.string().refine(isDay, "day").optional();
const id = z.uuid({ error: "invalid" });
const version = z.coerce.number().int();

/** A report asked for: a period that has ended, or chosen days. */
export const newReportSchema = z
  .object({ id, period: z.enum(reportPeriods, { error: "required" }), startsOn: day, endsOn: day })
  .refine(({ period, startsOn }) => period !== "custom" || startsOn, { path: ["startsOn"], message: "required" })
  .refine(({ period, endsOn }) => period !== "custom" || endsOn, { path: ["endsOn"], message: "required" })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, { path: ["endsOn"], message: "dayOrder" });
export type NewReportInput = z.output<typeof newReportSchema>;

/** The texts of one block, with the version that was read. */
export const blockSchema = z.object({
  blockId: id,
  version,
  title: z.string().trim().max(200, "tooLong").default(""),
  body: z.string().trim().max(10_000, "tooLong").default(""),
});
export type BlockInput = z.output<typeof blockSchema>;

/** A block to add: `chart:themes`, `table:communes`, or a kind alone. */
export const addBlockSchema = z.object({
  id,
  kind: z.string({ error: "required" }).max(40),
  quoteId: z.string().max(40).optional(),
});
export type AddBlockInput = z.output<typeof addBlockSchema>;

/** A document is for outside the office unless it is asked otherwise. */
export const documentQuery = z.object({ audience: z.enum(audiences).default("outside") });

export const moveBlockSchema = z.object({ blockId: id, to: z.enum(["up", "down", "out"]) });
