import type { Rule } from "./rule";

export const reportRules = {
  "report.view": { own: ["facilitator", "director"], shared: ["coordinator"] },
  /** To make a draft, refresh its figures and write in it. */
  "report.make": { own: ["facilitator", "director"] },
  /** What goes to the board, and what new reports start from, is the head's. */
  "report.finish": { own: ["director"] },
  /** To have reports made when a period ends, and sent to chosen people. */
  "report.schedule": { own: ["director"] },
  /** To hand over the proofs behind a classification or a label, names included where they are asked for. */
  "report.evidence": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
