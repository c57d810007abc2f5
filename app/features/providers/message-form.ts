import { z } from "zod";
import { themeCodes } from "~/features/themes/model";

/** A colleague's word for whoever follows a provider. */
export const messageSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  providerId: z.string({ error: "required" }).max(40, "invalid"),
  text: z.string({ error: "required" }).trim().min(1, "required").max(2000, "tooLong"),
});

/** « Rappelez-moi »: one button, a few words if one likes. */
export const callbackSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  text: z.string().trim().max(1000, "tooLong").default(""),
});

/** What a provider asks its office. */
export const helpSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  kind: z.enum(["question", "help"], { error: "required" }),
  theme: z.enum(themeCodes, { error: "unknownTheme" }).optional(),
  text: z.string({ error: "required" }).trim().min(1, "required").max(2000, "tooLong"),
});
export type HelpInput = z.output<typeof helpSchema>;

/** What is done with a request: taken in hand, answered in writing, settled by a call, or about to be a session. */
export const requestSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("reply"),
    text: z.string({ error: "required" }).trim().min(1, "required").max(4000, "tooLong"),
  }),
  z.object({ intent: z.literal("take") }),
  z.object({ intent: z.literal("called") }),
  z.object({ intent: z.literal("session"), sessionId: z.uuid({ error: "invalid" }) }),
  z.object({ intent: z.literal("reopen") }),
]);
