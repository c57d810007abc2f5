import { z } from "zod";
import { apiScopes } from "~/lib/vocabulary";
import { keyMonths } from "./model";

export const keySchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    id: z.uuid("invalid"),
    name: z.string("required").trim().min(1, "required").max(80, "tooLong"),
    scopes: z.array(z.enum(apiScopes), "chooseScope").min(1, "chooseScope"),
    months: z.enum(keyMonths, "invalid"),
  }),
  z.object({ intent: z.literal("revoke"), id: z.uuid("invalid") }),
]);
export type KeyInput = Extract<z.infer<typeof keySchema>, { intent: "make" }>;
