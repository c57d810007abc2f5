import { z } from "zod";
import { planViews } from "./plan-list.model";

/** The list's filters, from its address. */
export const planQuery = z.object({
  view: z.enum(planViews).default("all"),
  /** « Sans nouvelles depuis N semaines ». */
  weeks: z.coerce.number().int().min(1).max(52).default(6),
  who: z.enum(["me", "all"]).default("me"),
  after: z.string().max(80).optional(),
});
export type PlanFilter = z.output<typeof planQuery>;
