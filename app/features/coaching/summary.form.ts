import { z } from "zod";

/** The summary as the facilitator read it again, and to whom it goes. */
export const summarySchema = z.object({
  id: z.uuid({ error: "invalid" }),
  contacts: z
    .array(z.uuid({ error: "invalid" }))
    .min(1, "chooseContact")
    .max(200, "invalid"),
  subject: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
  body: z.string({ error: "required" }).trim().min(1, "required").max(20_000, "tooLong"),
});

export type SummaryInput = z.output<typeof summarySchema>;
