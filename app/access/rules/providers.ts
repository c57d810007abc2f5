import { type Rule, staff } from "./rule";

export const providerRules = {
  /** Name, kind, commune, referent, last seen: no notes. */
  "provider.find": { own: staff, shared: ["coordinator"] },
  "provider.view": { own: ["facilitator", "director"], shared: ["coordinator"], provider: true },
  "provider.list": { own: ["facilitator", "director"], shared: ["coordinator"], key: "providers" },
  "provider.register": { own: ["facilitator", "director"] },
  "provider.correct": { own: ["facilitator", "director"] },
  "provider.merge": { own: ["facilitator"] },
  /** To pass providers on to another facilitator: whoever follows them, or the head of the office. */
  "provider.handOver": { own: ["facilitator", "director"] },
  "provider.delete": { own: ["facilitator"] },
  "provider.coach": { own: ["facilitator"] },
  "provider.import": { own: ["facilitator", "director"] },
  "provider.export": { own: ["facilitator", "director"] },
  "message.leave": { own: staff },
  "message.callBack": { provider: true, link: true },
  /** « J’ai une question », « J’ai besoin d’aide », and what became of it. */
  "message.ask": { provider: true },
  "message.handle": { own: ["facilitator"] },
} as const satisfies Record<string, Rule>;
