import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { sessionSchema } from "~/features/coaching/form";
import { themeCodes } from "~/features/themes/model";
import { setClock } from "~/lib/clock";
import { addDays, mondayOf, weekdayOf } from "~/lib/dates";
import { answerOldSteps, logFridayWork } from "./follow-up.server";
import { pickByShare } from "./providers.server";
import type { Random } from "./random";
import { privateNotes, stories } from "./stories";

interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string; zone: string };
  providerIds: readonly string[];
  /** Sessions a week in the quiet months. */
  rhythm: number;
  from: string;
  /** The first day without sessions. */
  to: string;
}

/** How full each month is: workshops and visits from October to April, watch and phone calls in summer (domain 1.2). */
const monthWeight = [1, 1.05, 1.1, 0.9, 0.6, 0.35, 0.18, 0.15, 0.5, 1.1, 1.2, 0.8] as const;
const themeShares = themeCodes.map((code) => [code, stories[code].weight] as const);
const channelShares = [
  ["visit", 46],
  ["phone", 22],
  ["office", 16],
  ["video", 10],
  ["email", 6],
] as const;
const durations = {
  visit: [60, 90, 60, 120],
  phone: [10, 15, 20, 30],
  office: [45, 60, 60],
  video: [30, 45, 60],
  email: [10, 15],
} as const;

/** Logs two years of sessions day by day, each on its own day's clock, by the command that the form calls. */
export function seedSessions(seeding: Seeding): void {
  for (let day = seeding.from; day < seeding.to; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    setClock(() => Date.parse(`${day}T16:30:00Z`));
    logDay(seeding, day);
    if (weekdayOf(day) === 5) logFridayWork(seeding, day);
    if (weekdayOf(day) === 1) answerOldSteps(seeding, day);
  }
}

/** As many visits and calls as the season asks, a little more each year, and now and then a workshop. */
function logDay(seeding: Seeding, day: string): void {
  const weight = monthWeight[Number(day.slice(5, 7)) - 1] ?? 1;
  const years = (Date.parse(seeding.to) - Date.parse(day)) / 31_557_600_000;
  const expected = (seeding.rhythm / 5) * weight * (1 - 0.12 * years);
  const count = Math.floor(expected) + (seeding.random.next() < expected % 1 ? 1 : 0);
  for (let done = 0; done < count; done += 1) logIndividual(seeding, day);
  if (isWorkshopDay(seeding, day, weight)) logGroup(seeding, day);
}

function isWorkshopDay({ random }: Seeding, day: string, weight: number): boolean {
  return weekdayOf(day) === 4 && weight > 0.5 && mondayOf(day) <= day && random.next() < 0.45;
}

function logIndividual(seeding: Seeding, day: string): void {
  const { random } = seeding;
  const theme = pickByShare(random, themeShares);
  const channel = pickByShare(random, channelShares);
  const story = stories[theme];
  const hasStep = channel !== "email" && random.next() < 0.55;
  log(seeding, {
    participants: [{ providerId: pickRegular(seeding), presence: "present" }],
    heldOn: day,
    duration: String(random.pick(durations[channel])),
    channel,
    theme: random.next() < 0.97 ? theme : undefined,
    note: random.pick(story.notes),
    privateNote: random.next() < 0.08 ? random.pick(privateNotes) : undefined,
    preparation: random.next() < 0.25 ? "15" : undefined,
    travel: channel === "visit" ? String(10 + random.below(8) * 5) : undefined,
    travelKilometres: channel === "visit" ? String(4 + random.below(40)) : undefined,
    nextStep: hasStep ? random.pick(story.steps) : undefined,
    nextStepDue: hasStep ? random.pick(["fortnight", "month", "season"] as const) : undefined,
  });
}

function logGroup(seeding: Seeding, day: string): void {
  const { random } = seeding;
  const theme = pickByShare(random, themeShares);
  const wanted = 5 + random.below(8);
  const ids = new Set<string>();
  while (ids.size < wanted) ids.add(pickRegular(seeding));
  log(seeding, {
    participants: [...ids].map((providerId) => ({ providerId, presence: pickByShare(random, presenceShares) })),
    headCount: random.next() < 0.3 ? "2" : undefined,
    title: `Atelier « ${stories[theme].workshop} »`,
    heldOn: day,
    duration: random.pick(["120", "120", "150", "60"] as const),
    channel: random.next() < 0.8 ? "office" : "video",
    theme,
    note: "Démonstration, puis chacun sur son écran. Les fiches pratiques ont été remises.",
    preparation: "90",
  });
}

const presenceShares = [
  ["present", 84],
  ["excused", 9],
  ["absent", 7],
] as const;

/** Some providers are seen often, many once, a good third never: the square of chance, over two thirds of the list. */
function pickRegular({ random, providerIds }: Seeding): string {
  const reach = Math.floor(providerIds.length * 0.68);
  const chance = random.next();
  return providerIds[Math.floor(chance * chance * reach)] ?? random.pick(providerIds);
}

function log({ random, actor, office }: Seeding, fields: Record<string, unknown>): void {
  const input = sessionSchema.parse({ id: random.id(), ownerId: office.id, ...fields });
  logCoachingSession(actor, authorize(actor, "coaching.log", office), input);
}
