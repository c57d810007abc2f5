import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { sessionSchema } from "~/features/coaching/form";
import { setGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { keepView, shareView } from "~/features/dashboards/views.commands.server";
import { changeWord } from "~/features/organisations/words.commands.server";
import { finishReport, makeReport } from "~/features/reports/commands.server";
import { getReport } from "~/features/reports/queries.server";
import { scheduleReports } from "~/features/reports/schedule.commands.server";
import { setClock } from "~/lib/clock";
import type { Random } from "./random";

interface Seeding {
  random: Random;
  facilitator: Actor;
  director: Actor;
  office: { id: string; ownerId: string; zone: string; name: string };
  providerIds: readonly string[];
  seasonWeeks: number[];
  today: string;
}

/** What an office promised its funders, last year's report as its board had it, the last quarter's in review, and one late correction. */
export function seedReports(seeding: Seeding): void {
  const year = Number(seeding.today.slice(0, 4));
  at(`${year - 1}-01-12`);
  promise(seeding);
  at(`${year}-01-22`);
  const { director } = seeding;
  const finished = make(seeding, "year");
  finishReport(director, authorize(director, "report.finish", getReport(director, finished)));
  at(`${year}-02-10`);
  correctLate(seeding, `${year - 1}-11-18`);
  at(`${year}-03-02`);
  schedule(seeding);
  at(seeding.today);
  make(seeding, "quarter");
  giveViews(seeding);
}

/** A view that the whole office has, and a link that the elected members read last year's totals by. */
function giveViews({ random, director, office }: Seeding): void {
  const kept = { id: random.id(), name: "Sites internet, cette année", query: "period=year&theme=website" };
  const place = { ...office, page: "dashboard" as const };
  keepView(director, authorize(director, "view.keep", place), { intent: "keep", ...kept, isShared: "yes" });
  const shared = { id: random.id(), name: "Conseil communautaire", query: "period=last-year", days: "90" } as const;
  shareView(director, authorize(director, "dashboard.share", place), { intent: "share", ...shared });
}

const at = (day: string) => setClock(() => Date.parse(`${day}T10:00:00Z`));

function make({ random, director, office, seasonWeeks }: Seeding, period: "year" | "quarter"): string {
  const own = authorize(director, "report.make", { ...office, seasonWeeks });
  return makeReport(director, own, { id: random.id(), period, startsOn: undefined, endsOn: undefined }).id;
}

/** The year's report leaves by itself to the director and the facilitator. */
function schedule({ random, director, facilitator, office, seasonWeeks }: Seeding): void {
  const own = authorize(director, "report.schedule", { ...office, seasonWeeks });
  scheduleReports(director, own, { id: random.id(), period: "year", readers: [director.userId, facilitator.userId] });
}

/** Targets in hours for a time; the figure, the funder, and what is promised in the first year. */
const promises = [
  ["reached", 95, "Communauté de communes"],
  ["sessions", 320, "Communauté de communes"],
  ["contact", 300, "Département"],
] as const;

function promise(seeding: Seeding): void {
  const { random, director, office, today } = seeding;
  const lists = authorize(director, "organisation.settings", office);
  const own = authorize(director, "goal.set", office);
  const funders = new Map<string, string>();
  for (const [, , name] of promises) if (!funders.has(name)) funders.set(name, random.id());
  for (const [name, id] of funders) changeWord(director, lists, { list: "funder", intent: "add", id, name });
  const year = Number(today.slice(0, 4));
  for (const [figure, target, funder] of promises)
    for (const of of [year - 1, year]) {
      const days = { startsOn: `${of}-01-01`, endsOn: `${of}-12-31` };
      const typed = { id: random.id(), figure, target, ...days, funderId: funders.get(funder) };
      setGoal(director, own, goalSchema.parse(typed));
    }
}

/** A visit found again in a notebook once the report had gone to the board: the report says so. */
function correctLate({ random, facilitator, office, providerIds }: Seeding, day: string): void {
  const input = sessionSchema.parse({
    id: random.id(),
    ownerId: office.id,
    participants: [{ providerId: providerIds[1] ?? "", presence: "present" }],
    heldOn: day,
    duration: "90",
    channel: "visit",
    theme: "reputation",
    note: "Réponses aux avis de l’été, écrites ensemble.",
    reportReason: "Visite retrouvée dans le carnet, oubliée à la saisie.",
  });
  logCoachingSession(facilitator, authorize(facilitator, "coaching.log", office), input);
}
