import { z } from "zod";

const positions = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.coerce.number({ error: "invalid" }).int().min(1)).max(200, "invalid"),
);

/** What the page of one import posts: the rows shown, those ticked, the groupings followed, and what to do. */
export const importPostSchema = z.object({
  intent: z.enum(["choose", "apply", "undo", "discard", "remap", "count", "uncount"], { error: "invalid" }),
  shown: positions,
  chosen: positions,
  accepted: positions,
  reportReason: z.string().trim().max(300, "tooLong").optional(),
});
export type ImportPost = z.output<typeof importPostSchema>;

/** A row that was shown and not ticked is left out. */
export function choicesOf({ shown, chosen, accepted }: ImportPost) {
  return shown.map((position) => ({
    position,
    isChosen: chosen.includes(position),
    isAccepted: accepted.includes(position),
  }));
}
