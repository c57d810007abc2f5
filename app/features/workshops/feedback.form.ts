import { z } from "zod";
import { feedbackPaces } from "~/lib/vocabulary";

const text = z.string().trim().max(4000, "tooLong").default("");

/** A short form: nothing in it is required. */
export const feedbackSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  usefulness: z.coerce.number().int("number").min(1, "number").max(5, "number").optional(),
  pace: z.enum(feedbackPaces).optional(),
  deed: text,
  recommend: z.enum(["yes", "no"]).optional(),
  comment: text,
  quotable: z.literal("on").optional(),
});
export type FeedbackInput = z.output<typeof feedbackSchema>;
