import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { establishmentKinds, sessionChannels, sessionKinds } from "~/lib/vocabulary";
import { logPeriods, periodDays } from "./period.model";

const day = z.string().refine(isDay);
const word = z.string().trim().min(1).max(80);

/** Who held a session: one's own offices, or another with people of theirs. */
export const holders = ["own", "elsewhere"] as const;
export type Holder = (typeof holders)[number];

/** The filters of the log as its address carries them, for the list and for its exports. */
export const logQuery = z.object({
  period: z.enum(logPeriods).optional(),
  from: day.optional(),
  to: day.optional(),
  kind: z.enum(sessionKinds).optional(),
  theme: z.enum(["none", ...themeCodes]).optional(),
  channel: z.enum(["none", ...sessionChannels]).optional(),
  facilitator: word.optional(),
  provider: word.optional(),
  who: word.optional(),
  commune: word.optional(),
  providerKind: z.enum(establishmentKinds).optional(),
  tag: word.optional(),
  funder: word.optional(),
  batch: word.optional(),
  incomplete: z.literal("1").optional(),
  office: word.optional(),
  held: z.enum(holders).optional(),
  after: z.string().max(60).optional(),
});

export type LogQuery = z.output<typeof logQuery>;

/** The query with its period as days; days of one's own count when no period is named. */
export function resolvePeriod(query: LogQuery, today: string, seasonWeeks: readonly number[]) {
  const { period, ...filter } = query;
  if (period === undefined || period === "free") return filter;
  return { ...filter, ...periodDays(period, today, seasonWeeks) };
}
