import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";

import { getProvider } from "~/features/providers/queries.server";
import { parseFields, ruleReply, typedValues } from "~/http/form.server";
import { formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn, isDay } from "~/lib/dates";
import { ConflictError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import { bookAppointment } from "./appointments.commands.server";
import { type Appointment, getAppointment, listComingAppointments, listPastAppointments } from "./appointments.queries.server";
import { describeOpenings } from "./describe-openings.server";
import { sayWhen, zoneName } from "./emails.server";
import { bookSchema } from "./form";
import { listOpenings } from "./slots.queries.server";
import { readZone } from "./zones.queries.server";

/** The host's appointments, and the hours open to them from a day on. */
export function describeMyAppointments(actor: Actor, providerId: string, query: URLSearchParams) {
  const provider = getProvider(actor, providerId);
  const zone = readZone(provider.ownerId);
  const asked = query.get("from") ?? "";
  const from = isDay(asked) ? asked : undefined;
  return {
    id: newId(),
    coming: listComingAppointments(actor, providerId).map((row) => lineOf(actor, row)),
    past: listPastAppointments(actor, providerId).map((row) => lineOf(actor, row)),
    openings: describeOpenings(actor.locale, listOpenings({ ownerId: provider.ownerId, isForProvider: true, from })),
    from: from ?? dayIn(zone, now()),
    zone: zoneNote(actor, zone),
  };
}

function zoneNote(actor: Actor, zone: string): string {
  return zone === zoneOfActor(actor) ? "" : translator(actor.locale)("appointments:zone", { zone: zoneName(zone) });
}

function lineOf(actor: Actor, row: Appointment) {
  const t = translator(actor.locale);
  const how = [t("appointments:with", { name: row.facilitator }), t(`coaching:channels.${row.channel}`), row.place];
  return {
    id: row.id,
    when: sayWhen(actor.locale, row),
    context: how.filter(Boolean).join(", "),
    state: t(`appointments:states.${row.isLogged ? "held" : row.state}`),
    to: paths.myAppointment(row.id),
  };
}

/** One appointment as the host reads it, with other hours to move it to while the limit is not past. */
export function describeMyAppointment(actor: Actor, row: Appointment, query: URLSearchParams) {
  const t = translator(actor.locale);
  const isOpen = row.state === "booked" && !row.isLogged && row.endsAt > now();
  const mayChange = isOpen && now() <= row.changeUntil;
  const asked = query.get("from") ?? "";
  const from = isDay(asked) ? asked : undefined;
  const openings = mayChange ? listOpenings({ ownerId: row.ownerId, isForProvider: true, from, exceptId: row.id }) : [];
  const phone = formatPhone(row.facilitatorPhone ?? row.officePhone);
  return {
    id: row.id,
    version: row.version,
    title: capital(sayWhen(actor.locale, row)),
    when: sayWhen(actor.locale, row),
    how: [t(`coaching:channels.${row.channel}`), formatDuration(row.durationMinutes), row.place].filter(Boolean).join(", "),
    with: [row.facilitator, row.office, phone].filter(Boolean).join(", "),
    subject: row.subject,
    state: t(`appointments:states.${row.isLogged ? "held" : row.state}`),
    isOpen,
    mayChange,
    until: t("appointments:until", { when: sayWhen(actor.locale, { startsAt: row.changeUntil, zone: row.zone }) }),
    openings: describeOpenings(
      actor.locale,
      openings.filter((one) => one.startsAt !== row.startsAt),
    ),
    from: from ?? dayIn(row.zone, now()),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface MyReply {
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

/** Books an open hour for the host's own business; refused, the form as it was typed. */
export function saveMyBooking(
  actor: Actor,
  provider: { id: string },
  fields: FormData,
): { text: string } | { reply: MyReply; isConflict: boolean } {
  const form = parseFields(fields, bookSchema, actor.locale);
  const values = typedValues(fields);
  if (!form.isValid) return { reply: { errors: form.reply.errors, values }, isConflict: false };
  try {
    const row = getProvider(actor, provider.id);
    const { id } = bookAppointment(actor, authorize(actor, "appointment.book", row), form.value);
    const when = sayWhen(actor.locale, getAppointment(actor, id));
    return { text: translator(actor.locale)("appointments:booked", { when }) };
  } catch (error) {
    const isConflict = error instanceof ConflictError;
    const rule = isConflict ? new RuleError("sentAlready") : error;
    return { reply: { errors: ruleReply(rule, form.reply, actor.locale).errors, values }, isConflict };
  }
}
