import { z } from "zod";

const id = z.uuid({ error: "invalid" });
const name = z.string({ error: "required" }).trim().min(1, "required").max(80, "tooLong");
const query = z.string().max(1000, "tooLong").default("");

/** What one may do with views: keep these filters, forget a kept view, give a link to them, take a link back. */
export const viewSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), id, name, query, isShared: z.literal("yes").optional() }),
  z.object({ intent: z.literal("forget"), id }),
  z.object({ intent: z.literal("share"), id, name, query, days: z.enum(["7", "30", "90"], { error: "required" }) }),
  z.object({ intent: z.literal("revoke"), id }),
]);
export type ViewInput = z.output<typeof viewSchema>;
export type ViewAct<I extends ViewInput["intent"]> = Extract<ViewInput, { intent: I }>;
