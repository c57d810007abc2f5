import type { Rule } from "./rule";

export const actionPlanRules = {
  "plan.view": { own: ["facilitator", "director"], shared: ["coordinator"], provider: true, link: true },
  "plan.edit": { own: ["facilitator"] },
  /** The desk too writes down what was said on someone's behalf. */
  "plan.recordAnswer": { own: ["facilitator", "director", "colleague"] },
  "plan.answer": { provider: true, link: true },
} as const satisfies Record<string, Rule>;
