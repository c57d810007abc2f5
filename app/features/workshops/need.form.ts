import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { establishmentKinds, levels } from "~/lib/vocabulary";

/** Whom a workshop may serve, as the page's address says it. */
export const needSchema = z.object({
  theme: z.enum(themeCodes).optional(),
  /** Where the theme is looked for: sessions held, steps of the plan, or either. */
  by: z.enum(["sessions", "plan"]).optional(),
  level: z.enum(levels).optional(),
  kind: z.enum(establishmentKinds).optional(),
  /** INSEE code. */
  commune: z.string().max(5).optional(),
  /** Not seen for so many months; `never`: not met yet. */
  seen: z.enum(["3", "6", "12", "24", "never"]).optional(),
});
export type Need = z.output<typeof needSchema>;

export const sendSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  /** Ticked providers; with `everyone`, all whom the need finds. */
  providers: z.array(z.string().max(60, "invalid")).max(1000, "invalid").optional(),
  everyone: z.literal("on").optional(),
  /** Those in full season too. */
  inSeason: z.literal("on").optional(),
});
export type SendInput = z.output<typeof sendSchema>;
