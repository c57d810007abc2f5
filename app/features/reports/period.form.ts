import { z } from "zod";
import { periodChoices } from "~/features/dashboards/model";
import { isDay } from "~/lib/dates";

const empty = z.literal("").transform(() => undefined);
const day = z.union([empty, z.string().refine(isDay)]).optional();

/** The period of a document, and its office, as they stand in its address. */
export const periodQuery = z.object({
  period: z.enum(periodChoices).optional(),
  from: day,
  to: day,
  office: z.union([empty, z.string().max(40)]).optional(),
});
export type PeriodQuery = z.output<typeof periodQuery>;
