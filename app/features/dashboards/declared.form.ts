import { z } from "zod";

const count = z.coerce.number({ error: "number" }).int("number").min(0, "number").max(100_000, "number");

/** A month of an absent office as its form posts it; time in hours. */
export const declaredSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  month: z.string({ error: "required" }).regex(/^20\d\d-(0[1-9]|1[0-2])$/, "invalid"),
  sessions: count,
  supports: count,
  hours: z.coerce
    .number({ error: "number" })
    .min(0, "number")
    .max(10_000, "number")
    .transform((hours) => Math.round(hours * 60)),
  reached: count,
});
