import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { listStaff } from "~/features/coaching/people.queries.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatDay, formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { clockOf } from "~/lib/clock-time.server";
import { dayIn, isDay } from "~/lib/dates";
import { paths } from "~/paths";
import type { Appointment } from "./appointments.queries.server";
import { findConflicts } from "./conflicts.server";
import { sayWhen, zoneName } from "./emails.server";
import { listTakenAlong, quantitiesOf } from "./equipment.server";
import { logPath } from "./to-log.server";
import { describeWarnings } from "./warning-words.server";
import { readWhen } from "./when.server";

/** One appointment as the office reads it, with what may be done about it now. */
export function describeAppointment(actor: Actor, row: Appointment) {
  const t = translator(actor.locale);
  const state = row.isLogged ? "held" : row.state;
  const how = [t(`coaching:channels.${row.channel}`), formatDuration(row.durationMinutes), row.place];
  return {
    id: row.id,
    version: row.version,
    name: row.provider,
    when: sayWhen(actor.locale, row),
    facts: [
      {
        label: t("agenda:one.with"),
        value: row.provider,
        to: can(actor, "provider.view", row) ? paths.provider(row.providerId) : null,
      },
      { label: t("agenda:one.contact"), value: row.contact ?? "", to: null },
      { label: t("agenda:one.facilitator"), value: row.facilitator, to: null },
      { label: t("agenda:one.how"), value: how.filter(Boolean).join(", "), to: null },
      { label: t("agenda:one.subject"), value: row.subject, to: null },
      { label: t("agenda:form.equipment"), value: takenAlong(row.id, t("common:colon")), to: null },
      { label: t("agenda:one.reason"), value: row.cancelReason, to: null },
      { label: t("agenda:one.bookedOn"), value: formatDay(actor.locale, dayIn(row.zone, row.createdAt), "long"), to: null },
      { label: t("agenda:one.state"), value: t(`appointments:states.${state}`), to: null },
    ].filter((fact) => fact.value !== ""),
    permissions: permissionsOf(actor, row),
    log: logPath(row),
    session: row.isLogged && can(actor, "coaching.list", row) ? paths.coachingSession(row.sessionId) : null,
  };
}

const takenAlong = (id: string, colon: string): string =>
  listTakenAlong(id)
    .map((one) => (one.quantity > 1 ? `${one.name}${colon}${one.quantity}` : one.name))
    .join(", ");

function permissionsOf(actor: Actor, row: Appointment) {
  const isOpen = row.state === "booked" && !row.isLogged;
  const mayChange = can(actor, "appointment.change", row);
  return {
    change: isOpen && mayChange,
    log: isOpen && row.endsAt < now() && can(actor, "agenda.plan", row),
    takeBack: row.state === "missed" && mayChange,
  };
}

/** « Déplacer »: the form as saved, or as a drop on the grid proposes, with what that time meets. */
export function readMoveForm(actor: Actor, row: Appointment, query: URLSearchParams) {
  const asked = { day: query.get("day") ?? "", hour: query.get("hour") ?? "" };
  const values = {
    version: String(row.version),
    facilitatorId: row.facilitatorId,
    day: isDay(asked.day) ? asked.day : row.heldOn,
    hour: /^\d\d:\d\d$/.test(asked.hour) ? asked.hour : clockOf(row.startsAt, row.zone),
    duration: String(row.durationMinutes),
    place: row.place,
  };
  const staff = listStaff({ id: row.ownerId, zone: row.zone }, "agenda.plan");
  const t = translator(actor.locale);
  return {
    id: row.id,
    values,
    intro: t("agenda:form.moveIntro", { name: row.provider, when: sayWhen(actor.locale, row) }),
    staff: staff.map((one) => ({ value: one.id, label: one.name })),
    zone: row.zone === zoneOfActor(actor) ? "" : t("agenda:form.officeHours", { zone: zoneName(row.zone) }),
    warnings: asked.day ? proposedWarnings(actor, row, values) : undefined,
  };
}

/** A proposed time that cannot be read meets nothing yet: the form says so once it is sent. */
function proposedWarnings(actor: Actor, row: Appointment, values: { day: string; hour: string; facilitatorId: string }) {
  try {
    const when = readWhen(row.zone, { ...values, duration: row.durationMinutes }, now());
    const { ownerId, travelMinutes } = row;
    const equipment = quantitiesOf(row.id);
    const planned = { ...when, ownerId, travelMinutes, equipment, userId: values.facilitatorId, exceptId: row.id };
    return describeWarnings(actor, findConflicts(actor, planned));
  } catch {
    return undefined;
  }
}
