import { z } from "zod";
import { webhookEvents } from "~/lib/vocabulary";

const id = z.uuid("invalid");
export const webhookSchema = z.object({
  id,
  name: z.string("required").trim().min(1, "required").max(80, "tooLong"),
  url: z.string("required").trim().min(1, "required").max(500, "tooLong"),
  events: z.array(z.enum(webhookEvents), "chooseScope").min(1, "chooseScope"),
});
export type WebhookInput = z.infer<typeof webhookSchema>;

/** What one webhook's page asks for. */
export const webhookActSchema = z.object({ intent: z.enum(["test", "renew", "stop", "start", "delete"], "invalid"), id });
export type WebhookAct = z.infer<typeof webhookActSchema>["intent"];
