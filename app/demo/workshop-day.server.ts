import { authorize } from "~/access/authorized";
import { closeWorkshop, recordAttendance } from "~/features/workshops/attendance.commands.server";
import { issueCertificates } from "~/features/workshops/certificates.commands.server";
import { openWorkshop } from "~/features/workshops/commands.server";
import { giveFeedback } from "~/features/workshops/feedback.commands.server";
import { feedbackSchema } from "~/features/workshops/feedback.form";
import { findRegistration } from "~/features/workshops/seats.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Seeding } from "./workshops.server";

export const instant = (day: string, clock: string) => Date.parse(`${day}T${clock}:00Z`);

interface Held {
  workshop: { id: string; ownerId: string };
  people: readonly string[];
  day: string;
}

/** The day itself: presence, closing, certificates, and opinions the day after. */
export function hold(
  { random, actor, office, today }: Pick<Seeding, "random" | "actor" | "office" | "today">,
  { workshop, people, day }: Held,
): void {
  const held = authorize(actor, "workshop.hold", workshop);
  setClock(() => instant(day, "13:05"));
  openWorkshop(actor, held);
  const presence = () => (random.next() < 0.84 ? "present" : random.next() < 0.6 ? "excused" : "absent");
  const presences = Object.fromEntries(people.map((id) => [id, presence()]));
  recordAttendance(actor, held, { id: random.id(), presences, walkIns: "", headCount: random.below(3), areAllPresent: false });
  setClock(() => instant(day, "15:30"));
  closeWorkshop(actor, held);
  issueCertificates(actor, held);
  setClock(() => instant(addDays(day, 1), "08:00"));
  for (const id of people) opine({ random, office }, id);
  setClock(() => instant(addDays(day, 30), "08:00"));
  if (addDays(day, 30) < today) for (const id of people) tellWhatBecame({ random, office }, id);
}

const put = [
  "Mes horaires sont à jour partout",
  "Je réponds aux avis chaque lundi",
  "Cinq photos refaites",
  "Pas encore eu le temps",
];

/** A month later: what was put in place. */
function tellWhatBecame({ random, office }: Pick<Seeding, "random" | "office">, registrationId: string): void {
  const registration = findRegistration(registrationId);
  if (registration?.presence !== "present" || random.next() > 0.5) return;
  const input = feedbackSchema.parse({
    id: random.id(),
    deed: random.pick(put),
    ...(random.next() < 0.5 ? { quotable: "on" } : {}),
  });
  giveFeedback({ registration, ownerId: office.id, moment: "later" }, input);
}

const deeds = [
  "Mettre mes horaires à jour",
  "Répondre à mes derniers avis",
  "Refaire cinq photos",
  "Comparer deux outils",
  "",
] as const;
const comments = ["Très concret, merci.", "Un peu rapide pour moi.", "Revenir sur les réglages du téléphone.", ""] as const;

function opine({ random, office }: Pick<Seeding, "random" | "office">, registrationId: string): void {
  const registration = findRegistration(registrationId);
  if (registration?.presence !== "present" || random.next() > 0.7) return;
  const input = feedbackSchema.parse({
    id: random.id(),
    usefulness: 3 + random.below(3),
    pace: random.pick(["right", "right", "right", "fast", "slow"] as const),
    deed: random.pick(deeds),
    recommend: random.next() < 0.92 ? "yes" : "no",
    comment: random.pick(comments),
    ...(random.next() < 0.5 ? { quotable: "on" } : {}),
  });
  giveFeedback({ registration, ownerId: office.id, moment: "end" }, input);
}
