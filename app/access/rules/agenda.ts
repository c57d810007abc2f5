import { type Rule, staff } from "./rule";

export const agendaRules = {
  /** The office's agenda: who is where, when; no notes. */
  "agenda.view": { own: staff },
  /** To put things in the agenda at any hour, with the warnings that come. */
  "agenda.plan": { own: ["facilitator"] },
  "slot.edit": { own: ["facilitator"] },
  "preparation.edit": { self: true },
  "appointment.view": { own: staff, provider: true },
  /** On an opening slot, within its lead times: the provider, or the office for a caller. */
  "appointment.book": { own: staff, provider: true },
  "appointment.change": { own: staff },
  /** Until the slot's limit. */
  "appointment.changeOwn": { provider: true },
  "workload.view": { own: ["facilitator", "director"] },
  "workload.grant": { own: ["director"] },
} as const satisfies Record<string, Rule>;
