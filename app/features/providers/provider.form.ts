import { z } from "zod";

export const correctProviderSchema = z.object({
  version: z.coerce.number().int(),
  name: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
  /** Kept as it is written, spaces out: a wrong key is a warning only (domain 2.5). */
  siret: z
    .string()
    .transform((text) => text.replace(/[\s.]/gu, ""))
    .pipe(z.string().max(20, "tooLong"))
    .optional(),
  referentId: z.string().max(40).optional(),
  /** Words between commas. */
  tags: z
    .string()
    .max(500, "tooLong")
    .optional()
    .transform((text) => [...new Set((text ?? "").split(",").map((word) => word.trim()))].filter(Boolean))
    .pipe(z.array(z.string().max(60, "tooLong")).max(20, "tooLong")),
});
export type CorrectProvider = z.output<typeof correctProviderSchema>;

export const partnershipSchema = z.object({
  year: z.coerce.number({ error: "number" }).int("number").min(2000, "number").max(2100, "number"),
  level: z.string({ error: "required" }).trim().min(1, "required").max(60, "tooLong"),
});
export type PartnershipInput = z.output<typeof partnershipSchema>;
