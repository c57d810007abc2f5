import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { changeEquipment, replacePeriods } from "~/features/workshops/equipment.commands.server";
import { workshopSchema } from "~/features/workshops/form";
import { chooseRegistering } from "~/features/workshops/host-pages.server";
import { noteAnswer, sendInvitations } from "~/features/workshops/invitations.commands.server";
import { findInvitation, listInvitations } from "~/features/workshops/invitations.queries.server";
import { listHostWorkshops } from "~/features/workshops/public.queries.server";
import { listWorkshops } from "~/features/workshops/queries.server";
import { registerHost } from "~/features/workshops/registrations.commands.server";
import { planSeries } from "~/features/workshops/series.commands.server";
import { setClock } from "~/lib/clock";
import { addDays, mondayOf } from "~/lib/dates";
import type { Seeding } from "./workshops.server";

const instant = (day: string, clock: string) => Date.parse(`${day}T${clock}:00Z`);

/** What the office lends, and the end-of-year holidays of its area. */
export function seedOffice({ random, actor, office, today }: Pick<Seeding, "random" | "actor" | "office" | "today">): void {
  const lending = authorize(actor, "workshop.equipment", office);
  const things = [
    { name: "Tablettes", quantity: 8 },
    { name: "Vidéoprojecteur", quantity: 1 },
  ];
  for (const thing of things) changeEquipment(actor, lending, { id: random.id(), intent: "add", ...thing });
  const year = today.slice(0, 4);
  replacePeriods(actor, lending, calendarOf("Vacances de Noël", `${year}1219`, `${Number(year) + 1}0104`));
}

const calendarOf = (name: string, from: string, to: string): string =>
  [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Balise//Exemple//FR", "BEGIN:VEVENT", "UID:vacances@demo.example"],
    ...[`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`, `SUMMARY:${name}`, "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");

/** A coffee every other Thursday until spring, in draft: without the holidays, as the office's calendar gives them. */
export function prepareSeries({ random, actor, office, today }: Pick<Seeding, "random" | "actor" | "office" | "today">): void {
  const first = addDays(mondayOf(today), 10);
  const input = workshopSchema.parse({
    id: random.id(),
    ownerId: office.id,
    title: "Le café numérique du jeudi",
    description: "Une question, un appareil, un café.",
    mainTheme: "equipment",
    format: "informal",
    level: "beginner",
    capacity: 8,
    placeName: "Accueil de l’office",
    parts: [{ day: first, from: "09:30", to: "11:00" }],
    reminders: [1440],
  });
  const without = { schoolHolidays: true, publicHolidays: true };
  const series = { repeat: "fortnightly" as const, until: addDays(first, 112), exceptions: [], without };
  planSeries(actor, authorize(actor, "workshop.plan", office), { input, series });
}

/** The demonstration's host has a seat in the next workshop that has some left. */
export function seatHost(id: string, host: Actor, providerId: string): void {
  const workshop = listHostWorkshops(host).find((row) => row.state === "published");
  const chosen = chooseRegistering(host, providerId);
  if (!workshop || !chosen) return;
  const { provider, email } = chosen;
  const input = { id, name: host.name, establishment: provider.name, pictures: "yes" as const };
  registerHost(host, authorize(host, "workshop.join", provider), { workshop, input, email });
}

/** An invitation that left three days ago, with a few answers, for the workshop that has most seats left. */
export function inviteSome({ random, actor, office, today }: Pick<Seeding, "random" | "actor" | "office" | "today">): void {
  const workshop = listWorkshops(actor, { office: office.id }).rows.find((row) => row.title.startsWith("Instagram"));
  if (!workshop) return;
  setClock(() => instant(addDays(today, -2), "09:00"));
  const inviting = authorize(actor, "workshop.invite", office);
  const input = { id: random.id(), everyone: "on" as const };
  sendInvitations(actor, inviting, { workshopId: workshop.id, need: { kind: "rental", seen: "6" }, input });
  setClock(() => instant(addDays(today, -1), "18:00"));
  for (const [number, { id }] of listInvitations(workshop.id, office.id).entries()) {
    const opened = number % 5 === 0 ? findInvitation(id) : undefined;
    if (opened) noteAnswer(opened, "declined");
  }
  setClock(() => instant(today, "07:30"));
}
