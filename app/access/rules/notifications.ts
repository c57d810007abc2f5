import type { Rule } from "./rule";

export const notificationRules = {
  /** What left the office by mail, to whom, and what became of it; never the text. */
  "mail.list": { own: ["facilitator", "director"] },
  "mail.resend": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
