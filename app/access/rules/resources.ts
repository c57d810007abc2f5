import { type Rule, staff } from "./rule";

export const resourceRules = {
  /** What an office wrote for itself; what ships or is shared with the network is read by whoever is signed in. */
  "resource.read": { own: [...staff, "coordinator"], above: ["coordinator"] },
  "resource.write": { own: ["facilitator", "director"] },
  "resource.edit": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
