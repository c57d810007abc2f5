import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { listProvidersById } from "~/features/providers/queries.server";
import { listResourcesOfTheme } from "~/features/resources/queries.server";
import { cancelWorkshop, planWorkshop, publishWorkshop } from "~/features/workshops/commands.server";
import { workshopSchema } from "~/features/workshops/form";
import { registerCaller, registerVisitor } from "~/features/workshops/registrations.commands.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";
import { hold, instant } from "./workshop-day.server";
import { inviteSome, prepareSeries, seedOffice } from "./workshop-life.server";

export interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string; zone: string };
  providerIds: readonly string[];
  today: string;
}

interface Topic {
  /** Days from today. */
  at: number;
  title: string;
  theme: string;
  description: string;
  capacity: number;
  people: number;
  price?: string;
  place?: "office" | "online" | "elsewhere";
  commune?: string;
  level?: "beginner" | "intermediate" | "advanced";
  isSigned?: boolean;
  format?: "workshop" | "webinar" | "informal" | "launch";
}

export const hall = "Salle de réunion de l’office";
/** A season: what was held, what comes, one that is full and one that was called off. */
const season: readonly Topic[] = [
  {
    at: -54,
    title: "Sa fiche Google, de la création aux avis",
    theme: "visibility",
    description: "Chacun repart avec une fiche à jour\u00a0: horaires, photos, description, questions.",
    capacity: 12,
    people: 11,
    level: "beginner",
  },
  {
    at: -33,
    title: "Répondre aux avis sans y passer ses soirées",
    theme: "reputation",
    description: "Quatre réponses types, et comment les adapter en deux minutes.",
    capacity: 12,
    people: 9,
  },
  {
    at: -12,
    title: "Photos au téléphone\u00a0: lumière, cadrage, légende",
    theme: "content",
    description: "Prise de vue sur place, tri, retouche simple, poids des fichiers.",
    capacity: 10,
    people: 10,
    price: "inclus dans le partenariat",
  },
  {
    at: 9,
    isSigned: true,
    title: "Réservation en ligne\u00a0: choisir son outil",
    theme: "selling",
    description: "Commissions, calendrier partagé, paiement\u00a0: les questions à poser avant de signer.",
    capacity: 12,
    people: 7,
    level: "intermediate",
  },
  {
    at: 16,
    title: "L’intelligence artificielle pour écrire et traduire",
    theme: "data_ai",
    description: "Ce qu’elle fait bien, ce qu’il faut relire, ce qu’on ne lui confie pas.",
    capacity: 8,
    people: 12,
    price: "25 € sur place",
  },
  {
    at: 23,
    title: "Café numérique",
    theme: "equipment",
    description: "Venez avec votre question et votre appareil.",
    capacity: 15,
    people: 3,
    format: "informal",
    place: "elsewhere",
  },
  {
    at: 30,
    title: "Webinaire\u00a0: la facture électronique",
    theme: "legal",
    description: "Ce qui change, pour qui, à quelle date.",
    capacity: 60,
    people: 18,
    format: "webinar",
    place: "online",
  },
  {
    at: 37,
    title: "Instagram\u00a0: une semaine de publications en une heure",
    theme: "social",
    description: "Calendrier, gabarits, mots-clés du territoire.",
    capacity: 12,
    people: 4,
  },
];

/** A season's programme with its registrations, attendance and feedback, each on its own day's clock. */
export function seedWorkshops(seeding: Seeding): void {
  for (const topic of season) seedOne(seeding, topic);
  setClock(() => Date.parse(`${seeding.today}T07:30:00Z`));
  const called = plan(seeding, {
    at: 12,
    title: "Créer son site en une journée",
    theme: "website",
    description: "Reporté faute de salle.",
    capacity: 10,
    people: 0,
  });
  seedOffice(seeding);
  inviteSome(seeding);
  prepareSeries(seeding);
  cancelWorkshop(seeding.actor, authorize(seeding.actor, "workshop.plan", called), "La salle n’est plus disponible ce jour-là.");
}

function plan({ random, actor, office, today }: Seeding, topic: Topic) {
  const { title, description, theme, capacity, at, place = "office", people: _, isSigned, ...more } = topic;
  const input = workshopSchema.parse({
    id: random.id(),
    ownerId: office.id,
    title,
    description,
    mainTheme: theme,
    capacity,
    place,
    placeName: place === "office" ? hall : place === "elsewhere" ? "Médiathèque" : "",
    videoUrl: place === "online" ? "https://visio.example/atelier" : undefined,
    parts: [{ day: addDays(today, at), from: "14:00", to: "16:00" }],
    reminders: [10_080, 1440],
    hasSignatures: isSigned ? "on" : undefined,
    laterFeedbackDays: 30,
    ...resourcesFor(actor, theme),
    bring: place === "online" ? "" : "Votre téléphone ou votre ordinateur, chargés",
    ...more,
  });
  const { id } = planWorkshop(actor, authorize(actor, "workshop.plan", office), { input });
  const workshop = { id, ownerId: office.id };
  publishWorkshop(actor, authorize(actor, "workshop.plan", workshop));
  return workshop;
}

/** Two resources of the theme: one to read before, one to keep. */
function resourcesFor(actor: Actor, theme: string) {
  const [before, after] = listResourcesOfTheme(actor, theme, 2).map((one) => [one.id]);
  return { resourcesBefore: before, resourcesAfter: after };
}

function seedOne(seeding: Seeding, topic: Topic): void {
  const day = addDays(seeding.today, topic.at);
  const opened = topic.at < 0 ? addDays(day, -20) : addDays(seeding.today, -3);
  setClock(() => instant(opened, "08:00"));
  const workshop = plan(seeding, topic);
  const people = registerPeople(seeding, workshop, topic.people);
  if (topic.at < 0) hold(seeding, { workshop, people, day });
}

function registerPeople(
  { random, actor, office, providerIds }: Seeding,
  workshop: { id: string; ownerId: string },
  count: number,
): string[] {
  const start = random.below(Math.max(providerIds.length - count, 1));
  const known = listProvidersById(actor, providerIds.slice(start, start + count), "provider.coach");
  const ids = known.map((provider, number) => {
    const name = `${random.pick(firstNames)} ${lastNames[number % lastNames.length] ?? ""}`;
    const input = { id: random.id(), name, establishment: provider.name };
    const entry = { source: "facilitator" as const, locale: "fr" as const, providerId: provider.id, organisationId: office.id };
    const pictures = random.next() < 0.8 ? ("yes" as const) : ("no" as const);
    return registerCaller(actor, authorize(actor, "workshop.register", workshop), { input: { ...input, pictures }, entry }).id;
  });
  const visitor = {
    id: random.id(),
    name: "Camille Destouches",
    establishment: "Les Cabanes du Marais",
    email: "camille@cabanes.example",
  };
  return [...ids, registerVisitor(workshop, visitor, "fr").id];
}

export const firstNames = [
  "Odile",
  "Rémi",
  "Sylvie",
  "Pascal",
  "Nathalie",
  "Bruno",
  "Émilie",
  "Thierry",
  "Claire",
  "Vincent",
] as const;
export const lastNames = [
  "Bardet",
  "Lestage",
  "Cazaux",
  "Duprat",
  "Mouret",
  "Labadie",
  "Tastet",
  "Hourtic",
  "Sarrade",
  "Peyrou",
] as const;
