import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const desk: readonly Person[] = ["facilitator", "director", "colleague"];
const host: readonly Person[] = ["provider"];
const coach: readonly Person[] = ["facilitator"];
const unknown = "0190a0a0-0000-7000-8000-000000000000";
const none: readonly Person[] = [];

/** The agenda's part of the table of access. */
export const agendaRoutes: Record<string, RouteCase> = {
  "_app.agenda._index": { path: () => "/agenda", may: desk },
  "_app.agenda.appointments.new": { path: () => "/agenda/appointments/new", may: desk },
  "_app.agenda.appointments.$appointmentId._index": {
    path: (ids) => `/agenda/appointments/${ids.appointment}`,
    may: desk,
    isRow: true,
  },
  "_app.agenda.appointments.$appointmentId.move": {
    path: (ids) => `/agenda/appointments/${ids.appointment}/move`,
    may: desk,
    isRow: true,
  },
  "_app.agenda.appointments.$appointmentId.cancellation": {
    path: (ids) => `/agenda/appointments/${ids.appointment}/cancellation`,
    may: none,
    isPost: true,
  },
  "_app.agenda.appointments.$appointmentId.outcome": {
    path: (ids) => `/agenda/appointments/${ids.appointment}/outcome`,
    may: none,
    isPost: true,
  },
  "_my.my.appointments._index": { path: () => "/my/appointments", may: host },
  "_my.my.appointments.$appointmentId._index": {
    path: (ids) => `/my/appointments/${ids.appointment}`,
    may: host,
    isRow: true,
  },
  "_my.my.appointments.$appointmentId.cancellation": {
    path: (ids) => `/my/appointments/${ids.appointment}/cancellation`,
    may: none,
    isPost: true,
  },
  "_app.agenda.slots._index": { path: () => "/agenda/slots", may: desk },
  "_app.agenda.slots.new": { path: () => "/agenda/slots/new", may: coach },
  "_app.agenda.slots.$slotId._index": { path: () => `/agenda/slots/${unknown}`, may: none, isRow: true },
  "_app.agenda.slots.$slotId.end": { path: () => `/agenda/slots/${unknown}/end`, may: none, isPost: true },
  "_app.agenda.preparation.new": { path: () => "/agenda/preparation/new", may: coach },
  "_app.agenda.preparation.$blockId._index": { path: () => `/agenda/preparation/${unknown}`, may: none, isRow: true },
  "_app.agenda.preparation.$blockId.deletion": {
    path: () => `/agenda/preparation/${unknown}/deletion`,
    may: none,
    isPost: true,
  },
  "_app.agenda.workload_.export[.]csv": { path: () => "/agenda/workload/export.csv", may: ["facilitator", "director"] },
  "_app.agenda.workload_.export[.]xlsx": { path: () => "/agenda/workload/export.xlsx", may: ["facilitator", "director"] },
  "_app.agenda.workload": { path: () => "/agenda/workload", may: ["facilitator", "director"] },
  "account_.feeds": {
    path: () => "/account/feeds",
    may: ["facilitator", "director", "colleague", "coordinator", "administrator", "provider"],
  },
};
