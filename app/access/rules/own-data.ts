import type { Rule } from "./rule";

export const ownDataRules = {
  /** A provider proposes corrections to its own record, and asks about its own data. */
  "provider.propose": { provider: true },
  "ownData.ask": { provider: true },
  "ownData.download": { provider: true },
  /** Whoever coaches answers, since private notes are theirs to review. */
  "ownData.answer": { own: ["facilitator"] },
  /** The log of what was purged, and the record of processing. */
  "ownData.log": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
