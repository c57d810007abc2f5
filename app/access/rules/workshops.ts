import { type Rule, staff } from "./rule";

export const workshopRules = {
  /** The programme with its drafts; nobody's name. */
  "workshop.view": { own: [...staff, "coordinator"], above: ["coordinator"], key: "workshops" },
  "workshop.plan": { own: ["facilitator", "coordinator"] },
  /** Who is registered, waiting, invited: names, mails, answers. */
  "workshop.people": { own: [...staff, "coordinator"], shared: ["coordinator"] },
  /** For a caller or a visitor at the desk. */
  "workshop.register": { own: [...staff, "coordinator"] },
  /** The same for an office that takes part in another's pooled workshop, and counts its own people: the row is that office. */
  "workshop.registerGuest": { own: [...staff, "coordinator"] },
  "workshop.invite": { own: ["facilitator"] },
  /** The day: presence, signatures, closing, certificates. */
  "workshop.hold": { own: ["facilitator"] },
  "workshop.feedback": { own: ["facilitator", "director", "coordinator"], above: ["coordinator"] },
  "workshop.equipment": { own: ["facilitator", "director"] },
  /** A host, for the provider that is theirs. */
  "workshop.join": { provider: true },
  /** The programme, and who is registered with how to reach them, as a file. */
  "workshop.export": { own: ["facilitator", "director"] },
} as const satisfies Record<string, Rule>;
