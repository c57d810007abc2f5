import { z } from "zod";

const side = z.enum(["kept", "other"], { error: "required" });

/** Which value stays for each field, and what the two records are. */
export const mergeSchema = z.object({
  name: side,
  siret: side,
  referent: side,
  answer: z.enum(["same", "same_operator"], { error: "required" }),
});
