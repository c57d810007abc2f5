import type { Actor } from "~/access/actor";
import { isLiving } from "~/features/workshops/model";
import { listOwnRegistrations } from "~/features/workshops/public.queries.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { listComingAppointments } from "./appointments.queries.server";
import type { ComingLine } from "./components/coming";
import { sayWhen } from "./emails.server";

/** What a host has ahead, the next first, at most 4: appointments of the provider, and workshops joined. */
export function describeComing(actor: Actor, providerId: string): ComingLine[] {
  const t = translator(actor.locale);
  const appointments = listComingAppointments(actor, providerId).map((row) => ({
    startsAt: row.startsAt,
    id: row.id,
    to: paths.myAppointment(row.id),
    title: t("appointments:ahead.appointment", { name: row.facilitator }),
    when: sayWhen(actor.locale, row),
    place: row.place || t(`coaching:channels.${row.channel}`),
  }));
  const workshops = listOwnRegistrations(actor)
    .filter(
      ({ registration, workshop }) => isLiving(registration.state) && workshop.state !== "cancelled" && workshop.endsAt > now(),
    )
    .filter(({ registration }) => registration.providerId === null || registration.providerId === providerId)
    .map(({ registration, workshop }) => ({
      startsAt: workshop.startsAt,
      id: registration.id,
      to: paths.myWorkshop(workshop.id),
      title: workshop.title,
      when: sayWhen(actor.locale, workshop),
      place: workshop.placeName ?? "",
    }));
  return [...appointments, ...workshops]
    .sort((a, b) => a.startsAt - b.startsAt)
    .slice(0, 4)
    .map(({ startsAt: _startsAt, ...line }) => line);
}
