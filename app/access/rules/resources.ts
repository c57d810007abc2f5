import type { Rule } from "./rule";

export const resourceRules = {
  "resource.write": { own: ["facilitator", "director"] },
  "resource.edit": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
