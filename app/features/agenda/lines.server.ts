import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatClock, formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { zoneName } from "./emails.server";
import type { AgendaEvent } from "./events.queries.server";

/** One entry of the agenda as a row of the list reads it. */
export interface AgendaLine {
  key: string;
  kind: AgendaEvent["kind"];
  kindLabel: string;
  hours: string;
  title: string;
  context: string;
  person: string;
  state: string;
  to: string | null;
  move: { to: string; name: string } | null;
}

export interface AgendaDay {
  day: string;
  label: string;
  lines: AgendaLine[];
}

/** The events by day, in words. */
export function describeDays(actor: Actor, events: readonly AgendaEvent[]): AgendaDay[] {
  const days = new Map<string, AgendaDay>();
  for (const event of events) {
    const label = formatDay(actor.locale, event.day, "long");
    const found = days.get(event.day) ?? { day: event.day, label, lines: [] };
    found.lines.push(lineOf(actor, event));
    days.set(event.day, found);
  }
  return [...days.values()];
}

/** A workshop of several parts, or held by two, shows several times. */
export const keyOf = (event: AgendaEvent): string => `${event.kind}/${event.id}/${event.userId}/${event.startsAt ?? event.day}`;

function lineOf(actor: Actor, event: AgendaEvent): AgendaLine {
  const t = translator(actor.locale);
  const context = [
    event.channel ? t(`coaching:channels.${event.channel}`) : "",
    event.place,
    event.lastDay > event.day ? t("agenda:until", { day: formatDay(actor.locale, event.lastDay, "spoken") }) : "",
    event.startsAt === null || event.zone === zoneOfActor(actor) ? "" : t("agenda:zone", { zone: zoneName(event.zone) }),
  ];
  const title = titleOf(actor, event);
  return {
    key: keyOf(event),
    kind: event.kind,
    kindLabel: t(`agenda:kinds.${event.kind}`),
    hours: hoursOf(actor, event),
    title,
    context: context.filter(Boolean).join(" · "),
    person: event.person,
    state: t(`agenda:states.${event.state}`),
    to: addressOf(actor, event),
    move: moveOf(actor, event, title),
  };
}

function titleOf(actor: Actor, event: AgendaEvent): string {
  const t = translator(actor.locale);
  if (event.otherWorkKind && event.title === "") return t("agenda:kinds.session");
  if (event.kind === "preparation") return event.title || t("agenda:preparation.untitled");
  if (event.kind === "absence") return t("agenda:kinds.absence");
  return event.title || t(`agenda:kinds.${event.kind}`);
}

function hoursOf(actor: Actor, { startsAt, endsAt, zone, kind }: AgendaEvent): string {
  const t = translator(actor.locale);
  if (startsAt === null || endsAt === null) return t(kind === "absence" ? "agenda:allDay" : "agenda:noHour");
  const clock = (instant: number) => formatClock(actor.locale, instant, zone);
  return t("appointments:fromTo", { from: clock(startsAt), to: clock(endsAt) });
}

/** Where an entry opens; an absence opens nothing, preparation only for whose it is. */
function addressOf(actor: Actor, event: AgendaEvent): string | null {
  if (event.kind === "appointment") return paths.appointment(event.id);
  if (event.kind === "workshop") return paths.workshop(event.id);
  if (event.kind === "session") return paths.coachingSession(event.id);
  if (event.kind === "preparation" && event.userId === actor.userId) return paths.preparation(event.id);
  return null;
}

/** A workshop that lies ahead, for whoever plans the office's. */
const mayMove = (actor: Actor, { ownerId, startsAt }: AgendaEvent): boolean =>
  ownerId !== undefined && (startsAt ?? 0) > now() && can(actor, "workshop.plan", { ownerId });

function moveOf(actor: Actor, event: AgendaEvent, name: string): AgendaLine["move"] {
  if (event.kind === "appointment" && event.state === "planned") return { to: paths.moveAppointment(event.id), name };
  if (event.kind === "workshop" && mayMove(actor, event))
    return { to: paths.editWorkshop(event.id, { part: String(event.startsAt) }), name };
  if (event.kind === "preparation" && event.userId === actor.userId) return { to: paths.preparation(event.id), name };
  return null;
}
