import { z } from "zod";
import { isDay } from "~/lib/dates";

/** A hand-over as its form sends it: which providers, to whom, from which day. */
export const handoverSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  fromUserId: z.string({ error: "required" }).max(40, "invalid"),
  toUserId: z.string({ error: "required" }).max(40, "invalid"),
  startsOn: z.string({ error: "required" }).refine(isDay, "day"),
  note: z.string().trim().max(2000, "tooLong").default(""),
  /** A word of its own for one provider, beside the one for all. */
  notes: z
    .array(z.object({ providerId: z.string().max(40, "invalid"), text: z.string().trim().max(2000, "tooLong").default("") }))
    .max(2000, "invalid")
    .default([]),
  providerIds: z.array(z.string().max(40, "invalid")).min(1, "noneChosen").max(2000, "invalid"),
});
export type HandoverInput = z.output<typeof handoverSchema>;
