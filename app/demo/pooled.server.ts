import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { listProviders } from "~/features/providers/list.queries.server";
import { planWorkshop, publishWorkshop } from "~/features/workshops/commands.server";
import { workshopSchema } from "~/features/workshops/form";
import { callOffices } from "~/features/workshops/invitations.commands.server";
import { registerInvited } from "~/features/workshops/registrations.commands.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { type Random, randomFrom } from "./random";
import { hold, instant } from "./workshop-day.server";
import { firstNames, hall, lastNames } from "./workshops.server";

interface Pooling {
  random: Random;
  actor: Actor;
  neighbour: Actor;
  office: { id: string; ownerId: string; zone: string };
  /** The office that takes part. */
  guest: string;
  today: string;
}

/** Two workshops that the two offices share: one that was held with people of both, one to come that awaits its invitations. */
export function seedPooled(given: { facilitators: [string, string]; offices: readonly string[]; today: string }): void {
  const [actor, neighbour] = given.facilitators.map((id) => loadActor(id));
  const [holder = "", guest = ""] = given.offices;
  if (!actor || !neighbour) throw new Error("no facilitators");
  const office = { id: holder, ownerId: holder, zone: "Europe/Paris" };
  const pooling = { random: randomFrom(180), actor, neighbour, office, guest, today: given.today };
  seedHeld(pooling);
  seedAhead(pooling);
}

function seedHeld(pooling: Pooling): void {
  const day = addDays(pooling.today, -26);
  setClock(() => instant(addDays(day, -21), "08:00"));
  const workshop = plan(pooling, { at: -26, title: "Vendre ses nuits hors saison, à deux offices", theme: "selling" });
  const people = [...register(pooling, workshop, "holder"), ...register(pooling, workshop, "guest")];
  hold(pooling, { workshop, people, day });
}

function seedAhead(pooling: Pooling): void {
  const { random, actor, guest, today } = pooling;
  setClock(() => instant(addDays(today, -2), "08:00"));
  const workshop = plan(pooling, {
    at: 44,
    title: "Annoncer sa saison\u00a0: le calendrier commun des deux offices",
    theme: "content",
  });
  register(pooling, workshop, "holder");
  callOffices(actor, authorize(actor, "workshop.plan", workshop), { id: random.id(), need: "", organisationIds: [guest] });
  setClock(() => instant(today, "07:30"));
}

function plan(
  { random, actor, office, guest, today }: Pooling,
  { at, title, theme }: { at: number; title: string; theme: string },
) {
  const input = workshopSchema.parse({
    id: random.id(),
    ownerId: office.id,
    title,
    description: "Les deux offices se partagent la salle et les places.",
    mainTheme: theme,
    capacity: 14,
    place: "office",
    placeName: hall,
    parts: [{ day: addDays(today, at), from: "09:30", to: "12:00" }],
    shares: [`${office.id}:8`, `${guest}:6`],
    reminders: [1440],
  });
  const { id } = planWorkshop(actor, authorize(actor, "workshop.plan", office), { input });
  const workshop = { id, ownerId: office.id };
  publishWorkshop(actor, authorize(actor, "workshop.plan", workshop));
  return workshop;
}

/** Answers to each office's own invitations. */
function register(
  { random, actor, neighbour, office, guest }: Pooling,
  workshop: { id: string; ownerId: string },
  whose: "holder" | "guest",
) {
  const [reader, organisationId, count] =
    whose === "holder" ? ([actor, office.id, 6] as const) : ([neighbour, guest, 5] as const);
  const { rows } = listProviders(reader, { office: organisationId });
  const start = random.below(Math.max(rows.length - count, 1));
  return rows.slice(start, start + count).map((provider, number) => {
    const name = `${random.pick(firstNames)} ${lastNames[number] ?? ""}`;
    const input = { id: random.id(), name, establishment: provider.name, pictures: "yes" as const };
    const entry = { locale: "fr" as const, providerId: provider.id, contactId: null, email: null, organisationId };
    return registerInvited(workshop, { input, entry }).id;
  });
}
