import { z } from "zod";

/** A field that is alike on both sides is not asked. */
const side = z.enum(["kept", "other"], { error: "required" }).default("kept");

/** Which value stays for each field, and what the two records are. */
export const mergeSchema = z.object({
  name: side,
  siret: side,
  referent: side,
  partnership: side,
  kind: side,
  address: side,
  capacity: side,
  registrationNumber: side,
  openingMonths: side,
  languages: side,
  answer: z.enum(["same", "same_operator"], { error: "required" }),
});
