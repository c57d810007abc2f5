import { z } from "zod";

/** A colleague's word for whoever follows a provider. */
export const messageSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  providerId: z.string({ error: "required" }).max(40, "invalid"),
  text: z.string({ error: "required" }).trim().min(1, "required").max(2000, "tooLong"),
});
