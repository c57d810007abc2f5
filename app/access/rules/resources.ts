import { type Rule, staff } from "./rule";

export const resourceRules = {
  /** What an office wrote for itself; what ships or is shared with the network is read by whoever is signed in. */
  "resource.read": { own: [...staff, "coordinator"], above: ["coordinator"], key: "resources" },
  "resource.write": { own: ["facilitator", "director"] },
  "resource.edit": { own: ["facilitator", "director"] },
  /** How often an office's resources were opened, and what readers thought of them. */
  "resource.usage": { own: ["facilitator", "director"] },
  /** What facilitators tell one another: never shown to providers. */
  "report.read": { anywhere: [...staff, "coordinator"] },
  "report.write": { own: ["facilitator"] },
  "watch.read": { own: [...staff, "coordinator"], above: ["coordinator"] },
  "watch.keep": { own: ["facilitator"] },
  /** To take away as a file what is read by those who keep the watch: news to sort, feeds followed, letters. */
  "watch.export": { own: ["facilitator"] },
  /** The list as a file: titles and what they are about. */
  "resource.export": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
