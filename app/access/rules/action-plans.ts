import type { Rule } from "./rule";

export const actionPlanRules = {
  "plan.view": { own: ["facilitator", "director"], shared: ["coordinator"], provider: true, link: true },
  /** The list of the office's plans. */
  "plan.list": { own: ["facilitator", "director"] },
  "plan.edit": { own: ["facilitator"] },
  /** A draft reaches nobody at the provider's. */
  "plan.seeDraft": { own: ["facilitator", "director"] },
  /** The desk too writes down what was said on someone's behalf. */
  "plan.recordAnswer": { own: ["facilitator", "director", "colleague"] },
  /** A word in the thread of an action, from either side. */
  "plan.comment": { own: ["facilitator"], provider: true, link: true },
  "plan.answer": { provider: true, link: true },
  /** The list as a file, with the providers' names. */
  "plan.export": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
