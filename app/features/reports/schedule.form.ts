import { z } from "zod";
import { schedulePeriods } from "./model";

const id = z.uuid({ error: "invalid" });
const readers = z.array(z.string().max(40), { error: "chooseScope" }).min(1, "chooseScope").max(50);

/** Reports made when a period ends, and for whom; saved again under its id, it is changed. */
export const scheduleSchema = z.object({
  id,
  period: z.enum(schedulePeriods, { error: "required" }),
  readers: z.union(
    [
      z
        .string()
        .max(40)
        .transform((one) => [one]),
      readers,
    ],
    { error: "chooseScope" },
  ),
});
export type ScheduleInput = z.output<typeof scheduleSchema>;
