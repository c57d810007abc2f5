import { z } from "zod";
import { establishmentKinds } from "~/lib/vocabulary";

export const registerProviderSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  /** The office that the form was opened for. */
  ownerId: z.string().max(60, "invalid").optional(),
  name: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
  kind: z.enum(establishmentKinds, { error: "required" }),
  commune: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  contactName: z.string().trim().max(120, "tooLong").optional(),
  email: z.email({ error: "email" }).max(200, "tooLong").optional(),
  phone: z.string().trim().max(40, "tooLong").optional(),
});
export type RegisterProvider = z.output<typeof registerProviderSchema>;
