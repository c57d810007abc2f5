import { z } from "zod";
import { matchedWords } from "~/lib/vocabulary";

/** One name of the matching screen: `new`, `aside`, an id or code, or the name of another provider. */
const answer = z.object({
  word: z.enum(matchedWords, { error: "invalid" }),
  key: z.string({ error: "invalid" }).max(500, "invalid"),
  choice: z.string().max(80, "invalid").default(""),
  other: z.string().trim().max(200, "tooLong").default(""),
});
export type MatchInput = z.output<typeof answer>;

export const matchesSchema = z.object({
  intent: z.enum(["keep", "apply", "remap", "discard"], { error: "invalid" }),
  matches: z.array(answer).max(2000, "invalid").default([]),
  /** What becomes of the names of providers that were left without an answer. */
  rest: z.enum(["ask", "new", "aside"]).default("ask"),
  isCounted: z.literal("on").optional(),
  /** Why sessions join a period that a finished report told. */
  reportReason: z.string().trim().max(300, "tooLong").optional(),
});
export type MatchesInput = z.output<typeof matchesSchema>;
