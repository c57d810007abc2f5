import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { changeGoal, setGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { getGoal, listGoals } from "~/features/dashboards/goal.queries.server";
import { acknowledgeWarning } from "~/features/dashboards/goal-warnings.commands.server";
import { listOpenWarnings } from "~/features/dashboards/goal-warnings.queries.server";
import { reviewGoals } from "~/features/dashboards/jobs.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";

interface Seeding {
  random: Random;
  facilitator: Actor;
  director: Actor;
  office: { id: string; ownerId: string };
  today: string;
}

/** What a year does to goals: a promise lowered with its funder, two of the autumn missed, one of them answered, and one of the winter behind. */
export function seedGoalLife(seeding: Seeding): void {
  const { random, facilitator, director, office, today } = seeding;
  lowerPromise(seeding);
  at(addDays(today, -95));
  const own = authorize(director, "goal.set", office);
  const autumn = { startsOn: addDays(today, -95), endsOn: addDays(today, -12) };
  const goals = [
    { figure: "newProviders", target: 60 },
    { figure: "sessions", target: 160, facilitatorId: facilitator.userId },
  ];
  for (const goal of goals) setGoal(director, own, goalSchema.parse({ id: random.id(), ...autumn, ...goal }));
  at(addDays(today, -49));
  const winter = { startsOn: addDays(today, -49), endsOn: addDays(today, 40) };
  const sites = { figure: "sessions", target: 50, theme: "website" };
  setGoal(director, own, goalSchema.parse({ id: random.id(), ...winter, ...sites }));
  at(addDays(today, -11));
  reviewGoals();
  at(addDays(today, -9));
  answer(director, office);
  at(today);
}

function answer(director: Actor, office: { id: string }): void {
  const noticed = listOpenWarnings(director, [office.id]).find(({ figure }) => figure === "newProviders");
  if (!noticed) return;
  const mine = authorize(director, "goal.acknowledge", getGoal(director, noticed.goalId));
  const line = "Deux communes du littoral seront démarchées en janvier, avec les hébergeurs.";
  acknowledgeWarning(director, mine, { warningId: noticed.id, line });
}

function lowerPromise({ director, office, today }: Seeding): void {
  at(`${today.slice(0, 4)}-06-15`);
  const promised = listGoals(director).find(
    (goal) => goal.ownerId === office.id && goal.figure === "contact" && goal.endsOn > today,
  );
  if (!promised || promised.startsOn > `${today.slice(0, 4)}-06-15`) return;
  const { id, version, figure, startsOn, endsOn, funderId } = promised;
  const reason = "Avenant signé en juin : un mi-temps au lieu d’un temps plein jusqu’à la fin de l’année.";
  const posted = { id, version, figure, startsOn, endsOn, funderId, target: 260, reason };
  changeGoal(director, authorize(director, "goal.set", promised), goalSchema.parse(posted));
}

const at = (day: string) => setClock(() => Date.parse(`${day}T10:00:00Z`));
