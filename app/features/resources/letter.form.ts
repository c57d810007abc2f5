import { z } from "zod";
import { establishmentKinds } from "~/lib/vocabulary";

/** A letter made of news of the watch, for the hosts of a kind or for all. */
export const letterSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  subject: z.string({ error: "required" }).trim().min(3, "required").max(120, "tooLong"),
  intro: z.string().trim().max(1500, "tooLong").default(""),
  forKind: z.enum(establishmentKinds).optional(),
  itemIds: z.array(z.uuid()).max(15, "letterLong").default([]),
});
export type LetterInput = z.output<typeof letterSchema>;
