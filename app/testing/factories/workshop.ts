import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { planWorkshop, publishWorkshop } from "~/features/workshops/commands.server";
import { type PersonInput, type WorkshopInput, workshopSchema } from "~/features/workshops/form";
import { type Registered, registerVisitor } from "~/features/workshops/registrations.commands.server";
import { newId } from "~/lib/ids";

type Office = { id: string; zone: string; ownerId: string };

/** A workshop's input with everything that a form would send; say only what the test is about. */
export function workshopInput(given: Partial<WorkshopInput> = {}): WorkshopInput {
  const usual = {
    id: newId(),
    ownerId: "",
    title: "Répondre aux avis",
    mainTheme: "reputation",
    parts: [{ day: "2026-12-10", from: "14:00", to: "16:00" }],
    placeName: "Salle du phare",
  };
  return { ...workshopSchema.parse(usual), ...given };
}

/** A draft planned by the product's own command. */
export function makeDraft(actor: Actor, office: Office, given: Partial<WorkshopInput> = {}) {
  const { id } = planWorkshop(actor, authorize(actor, "workshop.plan", office), { input: workshopInput(given) });
  return { id, ownerId: office.id };
}

/** A workshop on the programme. */
export function makeWorkshop(actor: Actor, office: Office, given: Partial<WorkshopInput> = {}) {
  const workshop = makeDraft(actor, office, given);
  publishWorkshop(actor, authorize(actor, "workshop.plan", workshop));
  return workshop;
}

let made = 0;

/** What a visitor types. */
export function personInput(given: Partial<PersonInput> = {}): PersonInput {
  made += 1;
  const name = given.name ?? `Visiteuse ${made}`;
  return { id: newId(), name, establishment: `Gîte ${made}`, email: `visiteuse-${made}@hote.example`, ...given };
}

/** Someone registered from the public page. */
export function makeRegistration(workshop: { id: string; ownerId: string }, given: Partial<PersonInput> = {}): Registered {
  return registerVisitor(workshop, personInput(given), "fr");
}
