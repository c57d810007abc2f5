import { countSupports } from "~/features/figures/model";
import { themeCodes } from "~/features/themes/model";
import { fold } from "~/lib/fold";
import { actionStates, establishmentKinds, otherWorkKinds, sessionChannels } from "~/lib/vocabulary";
import { seasonalDays } from "./days";
import type { Insert } from "./seed-statements";
import { chance, idOf, pick } from "./sizes";

export interface OfficePart {
  nth: number;
  at: number;
  today: string;
  firstProvider: number;
  firstSession: number;
  providers: number;
  sessions: number;
}

const places = ["Gîte", "Hôtel", "Camping", "Ferme", "Atelier", "Château", "Cabane", "Villa", "Auberge", "Domaine"];
const names = ["des Pins", "du Phare", "de l’Étang", "des Dunes", "du Moulin", "de la Forêt", "du Port", "des Vignes"];
const people = ["Camille", "Inès", "Léo", "Maëlle", "Noé", "Salomé", "Yanis", "Zoé"];
const notes = [
  "Fiche Google revendiquée, horaires d’hiver corrigés, trois photos ajoutées ; reste à répondre aux avis de l’été.",
  "Site relu sur téléphone : le bouton de réservation passe en haut, les tarifs sont datés, les mentions légales manquent.",
  "Calendriers de réservation synchronisés entre les deux plateformes ; essai fait ensemble avec une fausse réservation.",
  "Premières publications préparées pour six semaines, légendes écrites ensemble, accord des clients demandé.",
];
const steps = ["Répondre aux avis", "Ajouter cinq photos", "Mettre à jour les horaires", "Vérifier les mentions légales"];

/** Every office stands under this one; its people are numbered after theirs. */
export const networkId = idOf("organisation", 999_999);
export const coordinatorId = idOf("user", 9_999_999);

/** The network over all offices, with its coordinator. */
export function seedNetwork(insert: Insert, at: number): void {
  insert("organisations", networkId, null, "network", "Réseau", "reseau", at);
  insert("users", coordinatorId, "coordinator@bench.example", "Réseau Exemple", "fr", networkId, at);
  insert("memberships", idOf("membership", 9_999_999), coordinatorId, networkId, "coordinator", "2018-01-01", null, at);
}

/** One office with its facilitator and director, its providers with their plans, and its sessions. */
export function seedOffice(insert: Insert, part: OfficePart, communes: readonly string[]): void {
  const { nth, at } = part;
  const ownerId = idOf("organisation", nth);
  insert("organisations", ownerId, networkId, "office", `Office ${nth + 1}`, `office-${nth + 1}`, at);
  for (const [place, role] of ["facilitator", "director"].entries()) {
    const user = nth * 2 + place;
    insert("users", idOf("user", user), `${role}-${nth}@bench.example`, `${pick(people, user)} ${nth + 1}`, "fr", ownerId, at);
    const hours = role === "facilitator" ? 800 : null;
    insert("memberships", idOf("membership", user), idOf("user", user), ownerId, role, "2018-01-01", hours, at);
  }
  for (let one = 0; one < part.providers; one++) seedProvider(insert, part, { n: part.firstProvider + one, communes });
  const days = seasonalDays(part.sessions, part.today);
  for (const [one, day] of days.entries()) seedSession(insert, part, { n: part.firstSession + one, day });
}

function seedProvider(insert: Insert, part: OfficePart, { n, communes }: { n: number; communes: readonly string[] }): void {
  const { at } = part;
  const [ownerId, userId, id] = [idOf("organisation", part.nth), idOf("user", part.nth * 2), idOf("provider", n)];
  const name = `${pick(places, n)} ${pick(names, n + 7)} ${n + 1}`;
  const kind = pick(establishmentKinds, n + 3);
  const commune = pick(communes, n + 5);
  const contact = `${pick(people, n)} Exemple`;
  const phone = `+3319900${String(n % 10_000).padStart(4, "0")}`;
  const searchText = fold(`${name} ${commune} ${contact} ${phone}`);
  insert("providers", id, ownerId, name, userId, searchText, kind, commune, userId, at);
  const establishment = idOf("establishment", n);
  insert("establishments", establishment, ownerId, id, name, kind, 1, commune, "33780", at);
  insert("establishment_states", idOf("state", n), establishment, chance(n) < 0.03 ? "closed" : "open", "2020-01-01", at);
  insert("contacts", idOf("contact", n), ownerId, id, contact, `contact-${n}@bench.example`, phone, at);
  const plan = idOf("plan", n);
  insert("action_plans", plan, ownerId, id, at);
  for (let step = 0; step < 5; step++) {
    const action = n * 5 + step;
    const state = pick(actionStates, action);
    const day = dayBefore(part.today, Math.floor(chance(action + 11) * 700) - 60);
    const done = state === "done" ? dayBefore(part.today, Math.floor(chance(action + 11) * 700)) : null;
    const made = Date.parse(`${dayBefore(part.today, Math.floor(chance(action + 11) * 700) + 20)}T09:00:00Z`);
    const theme = pick(themeCodes, action);
    insert(
      "actions",
      idOf("action", action),
      ownerId,
      plan,
      id,
      pick(steps, action),
      theme,
      step,
      day,
      state,
      done,
      userId,
      made,
      made,
    );
  }
}

function seedSession(insert: Insert, part: OfficePart, { n, day }: { n: number; day: string }): void {
  const drawn = chance(n);
  const kind = drawn < 0.72 ? "individual" : drawn < 0.84 ? "group" : "other_work";
  const expected = kind === "other_work" ? [] : expectedAt(part, n, kind === "group" ? 4 : 1);
  const headCount = kind === "group" ? Math.floor(chance(n + 29) * 6) : 0;
  const supports = countSupports(kind, expected, headCount);
  const { subject, channel, theme, preparation, travel } = kind === "other_work" ? otherSubject(n) : coachingSubject(n, kind);
  const [id, ownerId, userId] = [idOf("session", n), idOf("organisation", part.nth), idOf("user", part.nth * 2)];
  const at = Date.parse(`${day}T16:00:00Z`);
  const time = [pick([10, 15, 30, 45, 60, 90, 120], n + 4), preparation, travel] as const;
  const note = pick(notes, n + 8);
  const who = [headCount, userId, 1, supports, userId, at] as const;
  insert("coaching_sessions", id, ownerId, kind, ...subject, day, "Europe/Paris", ...time, channel, theme, note, ...who);
  insert("session_facilitators", id, userId);
  for (const [place, one] of expected.entries()) {
    insert("session_participants", idOf("participant", n * 8 + place), id, idOf("provider", one.provider), one.presence);
    insert("session_establishments", id, idOf("establishment", one.provider));
  }
}

/** What the session is about: its kind of other work and its title, how it was held, minutes beside it. */
function otherSubject(n: number) {
  return { subject: [pick(otherWorkKinds, n), null] as const, channel: null, theme: null, preparation: 0, travel: 0 };
}

function coachingSubject(n: number, kind: "individual" | "group") {
  const channel = pick(sessionChannels, n + 1);
  return {
    subject: [null, kind === "group" ? "Atelier du jeudi" : null] as const,
    channel,
    theme: pick(themeCodes, n + 2),
    preparation: pick([0, 0, 15, 30], n + 6),
    travel: channel === "visit" ? pick([20, 30, 45], n) : 0,
  };
}

/** Different providers of the office; in a group the last is excused or absent one time in three. */
function expectedAt(part: OfficePart, n: number, count: number) {
  // Squared: some providers come often, a tenth never.
  const start = Math.floor(chance(n + 31) ** 2 * part.providers * 0.9);
  const wanted = Math.min(count, part.providers);
  return Array.from({ length: wanted }, (_, place) => ({
    provider: part.firstProvider + ((start + place * 3) % part.providers),
    presence: presenceOf(n, place),
  })).filter((one, place, all) => all.findIndex((other) => other.provider === one.provider) === place);
}

function presenceOf(n: number, place: number): "present" | "excused" | "absent" {
  if (place < 3 || chance(n + 37) > 0.33) return "present";
  return chance(n + 41) < 0.5 ? "excused" : "absent";
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
