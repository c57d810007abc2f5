import { z } from "zod";

/** One thing that an office lends: added, changed or no longer lent. */
export const thingSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  intent: z.enum(["add", "change", "end"]),
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  quantity: z.coerce.number({ error: "number" }).int("number").min(1, "number").max(500, "number"),
});
export type ThingInput = z.output<typeof thingSchema>;
