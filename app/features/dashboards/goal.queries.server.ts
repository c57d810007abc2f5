import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { monthSummaries } from "~/db/schema/figures.server";
import { goals } from "~/db/schema/goals.server";
import { funders, organisations } from "~/db/schema/organisations.server";
import { countProvidersReached } from "~/features/figures/coverage.queries.server";
import { addUp } from "~/features/figures/model";
import { getPlanTotals } from "~/features/figures/plans.queries.server";
import { type FigureAsked, listMonthlyCounts } from "~/features/figures/queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { addDays, dayIn, monthOf } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { expectedPart, type GoalFigure } from "./goal.model";
import { aYearBefore } from "./model";

const shown = {
  id: goals.id,
  ownerId: goals.ownerId,
  figure: goals.figure,
  target: goals.target,
  startsOn: goals.startsOn,
  endsOn: goals.endsOn,
  facilitatorId: goals.facilitatorId,
  facilitator: users.name,
  theme: goals.theme,
  funderId: goals.funderId,
  funder: funders.name,
  office: organisations.name,
  zone: organisations.zone,
  createdById: goals.createdById,
  createdAt: goals.createdAt,
  reason: goals.reason,
  version: goals.version,
};

/** The goals of the offices whose figures the actor reads in detail, the last to end first: a hundred, or as many as a file takes. */
export function listGoals(actor: Actor, most = 100) {
  return readGoals()
    .where(and(scope(actor, "dashboard.detail", { ownerId: goals.ownerId }), isNull(goals.deletedAt)))
    .orderBy(desc(goals.endsOn), asc(goals.figure), asc(goals.id))
    .limit(most)
    .all();
}
export type Goal = ReturnType<typeof listGoals>[number];

/** The goals promised to funders in the offices whose figures the actor reads in detail, the last to end first. */
export function listPromisedGoals(actor: Actor) {
  const mine = scope(actor, "dashboard.detail", { ownerId: goals.ownerId });
  return readGoals()
    .where(and(mine, isNotNull(goals.funderId), isNull(goals.deletedAt)))
    .orderBy(desc(goals.endsOn), asc(goals.figure), asc(goals.id))
    .limit(500)
    .all();
}

/** How many goals stand on a dashboard; their own page has them all. */
const shownGoals = 9;

/** The goals of these offices that run on a day, the first to end first, at most nine: what a dashboard shows. */
export function listGoalsUnderWay(actor: Actor, owners: readonly string[], today: string): Goal[] {
  const underWay = and(lte(goals.startsOn, today), gte(goals.endsOn, today), inArray(goals.ownerId, [...owners]));
  return readGoals()
    .where(and(scope(actor, "dashboard.detail", { ownerId: goals.ownerId }), underWay, isNull(goals.deletedAt)))
    .orderBy(asc(goals.endsOn), asc(goals.figure), asc(goals.id))
    .limit(shownGoals)
    .all();
}

/** Every goal that is under way at an instant, or ended within 60 days, by the day of its own office: for the job that reviews them. */
export function listGoalsToReview(at: number): Goal[] {
  const day = dayIn("UTC", at);
  const near = and(lte(goals.startsOn, addDays(day, 1)), gte(goals.endsOn, addDays(day, -61)));
  const isNear = ({ ownerId, startsOn, endsOn }: Goal) => {
    const today = dayAt(ownerId, at);
    return startsOn <= today && endsOn >= addDays(today, -60);
  };
  return readGoals()
    .where(and(near, isNull(goals.deletedAt)))
    .orderBy(asc(goals.id))
    .limit(50_000)
    .all()
    .filter(isNear);
}

/** One goal; throws NotFoundError out of sight or deleted. */
export function getGoal(actor: Actor, id: string): Goal {
  const mine = and(eq(goals.id, id), scope(actor, "dashboard.detail", { ownerId: goals.ownerId }), isNull(goals.deletedAt));
  const row = readGoals().where(mine).get();
  if (!row) throw new NotFoundError("goal");
  return row;
}

/** A goal that was taken away; throws NotFoundError out of sight. */
export function getDeletedGoal(actor: Actor, id: string): { id: string; ownerId: string } {
  const mine = and(eq(goals.id, id), scope(actor, "dashboard.detail", { ownerId: goals.ownerId }), isNotNull(goals.deletedAt));
  const row = db().select({ id: goals.id, ownerId: goals.ownerId }).from(goals).where(mine).get();
  if (!row) throw new NotFoundError("goal");
  return row;
}

function readGoals() {
  return db()
    .select(shown)
    .from(goals)
    .innerJoin(organisations, eq(organisations.id, goals.ownerId))
    .leftJoin(users, eq(users.id, goals.facilitatorId))
    .leftJoin(funders, eq(funders.id, goals.funderId));
}

/** What was reached of a goal, today and by the same day of the two years before, in the figure's own unit. */
export function measureGoal(actor: Actor, goal: Goal) {
  const today = dayIn(goal.zone, now());
  const whole = { from: goal.startsOn, to: goal.endsOn };
  const value = figureOf(actor, goal, { from: whole.from, to: earlier(today, whole.to) });
  const place = today < whole.from ? ("before" as const) : today > whole.to ? ("after" as const) : ("during" as const);
  const parts = place === "during" ? partsBefore(actor, goal, { ...whole, today }) : [];
  return { value, place, partsBefore: parts, day: today, awaited: awaitedOf(goal.target, place, parts) };
}

/** What the rhythm awaits by today, in the figure's own unit: the whole target once the period is over. */
function awaitedOf(target: number, place: "before" | "during" | "after", parts: readonly number[]): number {
  if (place === "after") return target;
  return (expectedPart(parts) ?? 0) * target;
}

/** An office that logged its first session later than this in a period had no whole one. */
const lateStartDays = 60;

function firstMonth(ownerId: string): string | null {
  const { month, sessions } = monthSummaries;
  const own = and(eq(monthSummaries.ownerId, ownerId), gt(sessions, 0));
  return (
    db()
      .select({ first: sql<string | null>`min(${month})` })
      .from(monthSummaries)
      .where(own)
      .get()?.first ?? null
  );
}

function partsBefore(actor: Actor, goal: Goal, given: { from: string; to: string; today: string }): number[] {
  let days = { from: given.from, to: given.to };
  let until = { from: given.from, to: given.today };
  const parts: number[] = [];
  const began = firstMonth(goal.ownerId);
  for (let year = 0; year < 2; year += 1) {
    days = aYearBefore(days);
    until = aYearBefore(until);
    if (began === null || began > monthOf(addDays(days.from, lateStartDays))) break;
    const total = figureOf(actor, goal, days);
    if (total === 0) break;
    parts.push(figureOf(actor, goal, until) / total);
  }
  return parts;
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const isGoalFigure = (figure: string): figure is GoalFigure => figure in readers;

function figureOf(actor: Actor, goal: Goal, days: { from: string; to: string }): number {
  if (days.to < days.from || !isGoalFigure(goal.figure)) return 0;
  const narrowing = { facilitator: goal.facilitatorId ?? undefined, theme: goal.theme ?? undefined };
  return readers[goal.figure](actor, { ...days, office: goal.ownerId, ...narrowing });
}

/** By the definitions of the figures (design §2): a goal counts nothing of its own. */
const readers: Record<GoalFigure, (actor: Actor, asked: FigureAsked) => number> = {
  sessions: (actor, asked) => addUp(listMonthlyCounts(actor, asked)).sessions,
  supports: (actor, asked) => addUp(listMonthlyCounts(actor, asked)).supports,
  contact: (actor, asked) => addUp(listMonthlyCounts(actor, asked)).minutes,
  reached: (actor, asked) => countProvidersReached(actor, { ...asked, reach: "reached" }),
  newProviders: (actor, asked) => countProvidersReached(actor, { ...asked, reach: "newProviders" }),
  actionsDone: (actor, { theme: _theme, ...asked }) => getPlanTotals(actor, { ...asked, asOf: asked.to }).done,
};
