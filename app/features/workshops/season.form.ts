import { z } from "zod";
import { isDay } from "~/lib/dates";

const day = z.string({ error: "required" }).refine(isDay, "day");

/** « Reprendre la saison »: the period whose workshops are copied; the ticks are read beside it. */
export const seasonSchema = z
  .object({ id: z.uuid({ error: "invalid" }), from: day, to: day })
  .refine(({ from, to }) => from <= to, { message: "dayOrder", path: ["to"] });
