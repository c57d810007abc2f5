import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { goalFigures } from "./goal.model";

const day = z.string({ error: "required" }).refine(isDay, "day");

/** A goal as its form posts it; hours for a time, numbers otherwise. */
export const goalSchema = z
  .object({
    id: z.uuid({ error: "invalid" }),
    version: z.coerce.number().int().default(0),
    figure: z.enum(goalFigures, { error: "required" }),
    target: z.coerce.number({ error: "number" }).int("number").min(1, "fromOne").max(1_000_000, "number"),
    startsOn: day,
    endsOn: day,
    facilitatorId: z.string().max(40).optional(),
    theme: z.enum(themeCodes, { error: "invalid" }).optional(),
    funderId: z.string().max(40).optional(),
    /** Why it changes; asked of a goal that stands already. */
    reason: z.string().trim().max(300, "tooLong").optional(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"], message: "dayOrder" });
export type GoalInput = z.output<typeof goalSchema>;

/** What whoever answers for a goal says of its warning. */
export const warningSchema = z.object({
  warningId: z.string().max(40),
  line: z.string({ error: "required" }).trim().min(1, "required").max(300, "tooLong"),
});
export type WarningInput = z.output<typeof warningSchema>;
