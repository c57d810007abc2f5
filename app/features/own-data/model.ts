import { z } from "zod";
import { addDays, addMonths } from "~/lib/dates";

export const requestSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  kind: z.enum(["access", "erasure"], { error: "invalid" }),
  text: z.string().trim().max(1000, "tooLong").default(""),
});
export type RequestInput = z.output<typeof requestSchema>;

export const answerSchema = z.object({
  answer: z.enum(["release", "erase", "refuse"], { error: "invalid" }),
  reply: z.string().trim().max(1000, "tooLong").default(""),
  /** When what is handed over was read. */
  readAt: z.coerce.number().int().optional(),
});
export type RequestAnswer = z.output<typeof answerSchema>;

export const retentionSchema = z.object({
  months: z.coerce.number({ error: "number" }).int("number").min(12, "number").max(120, "number"),
});

/** A request is answered within a month (GDPR, article 12). */
export const dueOnOf = (askedOn: string): string => addMonths(askedOn, 1);

/** The day before which a last contact is too old to be kept. */
export const expiryDay = (today: string, months: number): string => addDays(addMonths(today, -months), 0);
