import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { setGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { getDeclaringOffice } from "~/features/dashboards/network.queries.server";
import { getPublishingNetwork, publishFigures } from "~/features/dashboards/public-figures.server";
import { declareMonth } from "~/features/figures/declared.commands.server";
import { changeSettings } from "~/features/figures/settings.commands.server";
import { settingsSchema } from "~/features/organisations/form";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { changeWord } from "~/features/organisations/words.commands.server";
import { now, setClock } from "~/lib/clock";
import type { DemoOffice } from "./places";
import type { Random } from "./random";

interface Board {
  random: Random;
  director: string;
  officeId: string;
  place: DemoOffice;
  today: string;
}

/** What a director sets on the first day: how the office is reached, its season, the cost of an hour. */
export function seedSettings({ director, officeId, place }: Pick<Board, "director" | "officeId" | "place">): void {
  const actor = loadActor(director);
  if (!actor) throw new Error("no director");
  const office = authorize(actor, "organisation.settings", getSettings(actor, officeId));
  const [first, last] = place.season;
  changeSettings(
    actor,
    office,
    settingsSchema.parse({
      ...formOf(office),
      ...{ phone: place.phone, email: place.email, address: place.address },
      ...{ hourCostCents: "32,50", seasonWeeks: `${first}-${last}` },
    }),
  );
}

/** What a director adds each year: a funder, and what the office means to reach. */
export function seedBoard({ random, director, officeId, today }: Omit<Board, "place">): void {
  const actor = loadActor(director);
  if (!actor) throw new Error("no director");
  const office = authorize(actor, "organisation.settings", getSettings(actor, officeId));
  const funderId = random.id();
  changeWord(actor, office, { list: "funder", intent: "add", id: funderId, name: "Programme LEADER" });
  const year = today.slice(0, 4);
  const goals = [
    { figure: "reached", target: 150, funderId },
    { figure: "sessions", target: 300 },
    { figure: "actionsDone", target: 120 },
  ];
  for (const goal of goals) {
    const posted = { id: random.id(), startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, ...goal };
    setGoal(actor, authorize(actor, "goal.set", { id: officeId, ownerId: officeId }), goalSchema.parse(posted));
  }
}

/** The settings as their form would post them again. */
function formOf({ version, name, zone, email, phone, shortAdviceMinutes }: ReturnType<typeof getSettings>) {
  return {
    version: String(version),
    name,
    zone,
    shortAdviceMinutes: String(shortAdviceMinutes),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** What a coordinator does: an absent office's months of the year typed in, and the totals opened to everybody. */
export function seedNetwork(given: {
  random: Random;
  coordinator: string;
  territory: string;
  absent: string;
  today: string;
}): void {
  const actor = loadActor(given.coordinator);
  if (!actor) throw new Error("no coordinator");
  setClock(() => Date.parse(`${given.today}T09:00:00Z`));
  const office = getDeclaringOffice(actor, given.absent);
  const last = Number(new Date(now()).toISOString().slice(5, 7)) - 1;
  for (let month = 1; month <= Math.min(last, 6); month += 1) {
    const sessions = 4 + ((month * 5) % 7);
    declareMonth(actor, office, {
      id: given.random.id(),
      month: `${given.today.slice(0, 4)}-0${month}`,
      sessions,
      supports: sessions + 3,
      minutes: sessions * 55,
      reached: sessions,
    });
  }
  publishFigures(actor, getPublishingNetwork(actor, given.territory), true);
}
