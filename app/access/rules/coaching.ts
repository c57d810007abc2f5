import type { Rule } from "./rule";

export const coachingRules = {
  "coaching.view": { own: ["facilitator", "director"], shared: ["coordinator"], self: true },
  "coaching.list": { own: ["facilitator", "director"], shared: ["coordinator"], key: "sessions" },
  "coaching.log": { own: ["facilitator"] },
  "coaching.correct": { own: ["facilitator"] },
  "coaching.delete": { own: ["facilitator"] },
  "coaching.export": { own: ["facilitator", "director"] },
  /** A private note never leaves the facilitators of its owner (design §2). */
  "coaching.readPrivateNote": { own: ["facilitator"] },
} as const satisfies Record<string, Rule>;
