import type { Actor } from "~/access/actor";
import { type GoalPace, paceOf } from "~/features/dashboards/goal.model";
import { type Goal, listPromisedGoals, measureGoal } from "~/features/dashboards/goal.queries.server";
import { describeGoalHistory } from "~/features/dashboards/goal-history.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { isReportFigure, type ReportFigure } from "./model";
import { type Audience, isTooFew } from "./outside.model";
import { wordsFor } from "./words.server";

/** What an office promised a funder: an agreement of objectives (convention d’objectifs). */
export interface Agreement {
  funderId: string;
  funder: string;
  ownerId: string;
  office: string;
  zone: string;
  promises: Promised[];
}

export interface Promised {
  goal: Goal;
  figure: ReportFigure;
  /** In the figure's own unit. */
  value: number;
  pace: GoalPace;
}

/** The agreements of the offices that the actor reads in detail, by funder's name, each promise measured now. */
export function readAgreements(actor: Actor, { funderId }: { funderId?: string } = {}): Agreement[] {
  const found = new Map<string, Agreement>();
  for (const goal of listPromisedGoals(actor)) {
    if (!goal.funderId || !goal.funder || !isReportFigure(goal.figure)) continue;
    if (funderId !== undefined && goal.funderId !== funderId) continue;
    const { ownerId, office, zone, funder } = goal;
    const own = found.get(goal.funderId) ?? { funderId: goal.funderId, funder, ownerId, office, zone, promises: [] };
    const standing = measureGoal(actor, goal);
    const pace = paceOf({ ...standing, target: goal.target });
    own.promises.push({ goal, figure: goal.figure, value: standing.value, pace });
    found.set(goal.funderId, own);
  }
  return [...found.values()].sort((a, b) => a.funder.localeCompare(b.funder, "fr"));
}

/** One agreement; throws NotFoundError out of sight, or where nothing is promised. */
export function getAgreement(actor: Actor, funderId: string): Agreement {
  const [agreement] = readAgreements(actor, { funderId });
  if (!agreement) throw new NotFoundError("agreement");
  return agreement;
}

/** The list of agreements: whom, how much is promised, how far. */
export function describeAgreements(actor: Actor) {
  const agreements = readAgreements(actor);
  const many = new Set(agreements.map((one) => one.ownerId)).size > 1;
  return agreements.map((agreement) => ({
    id: agreement.funderId,
    funder: agreement.funder,
    office: many ? agreement.office : "",
    summary: summaryOf(actor, agreement),
    to: paths.agreement(agreement.funderId),
    promises: agreement.promises.slice(0, 6).map((promised) => describePromise(actor, promised)),
  }));
}

/** An agreement's page: each promise with its figures, what is counted, and what was changed of it; for its funder, no count of too few. */
export function describeAgreement(actor: Actor, agreement: Agreement, audience: Audience = "office") {
  const { t, name } = wordsFor(actor.locale);
  const figures = [...new Set(agreement.promises.map(({ figure }) => figure))];
  return {
    id: agreement.funderId,
    title: t("agreements:one", { name: agreement.funder }),
    office: agreement.office,
    summary: summaryOf(actor, agreement),
    readOn: readOn(actor, agreement),
    head: agreementColumns.map((column) => t(`agreements:columns.${column}`)),
    promises: agreement.promises.map((promised) => describePromise(actor, promised, audience)),
    counted: figures.map((figure) => ({ name: name(figure), help: t(`figures:help.${figure}`) })),
    changes: changesOf(actor, agreement),
  };
}
export type ShownAgreement = ReturnType<typeof describeAgreement>;

export const agreementColumns = ["promised", "period", "target", "value", "share", "state"] as const;

function describePromise(actor: Actor, { goal, figure, value, pace }: Promised, audience: Audience = "office") {
  const { t, name, worded, share, day } = wordsFor(actor.locale);
  const isHidden = audience === "outside" && isTooFew(figure, value);
  const narrowed = [goal.facilitator, goal.theme && isTheme(goal.theme) ? t(`themes:${goal.theme}.name`) : ""];
  return {
    id: goal.id,
    name: [name(figure), ...narrowed].filter(Boolean).join(", "),
    period: t("agreements:period", { from: formatDay(actor.locale, goal.startsOn), to: formatDay(actor.locale, goal.endsOn) }),
    by: day(goal.endsOn),
    target: worded(figure, goal.target),
    value: isHidden ? t("dashboard:fewer") : worded(figure, value),
    share: isHidden ? "–" : share(value, goal.target),
    isHidden,
    part: Math.min(1, value / goal.target),
    pace: t(`goals:pace.${pace}`),
    isWarning: pace === "behind" || pace === "missed",
    to: paths.goal(goal.id),
  };
}
export type ShownPromise = ReturnType<typeof describePromise>;

/** « 6 promesses : 3 tenues, 2 en cours, 1 non tenue. » */
function summaryOf(actor: Actor, { promises }: Agreement): string {
  const { t } = wordsFor(actor.locale);
  const of = (...paces: GoalPace[]) => promises.filter(({ pace }) => paces.includes(pace)).length;
  const missed = of("missed");
  const kept = of("reached");
  const parts = [
    kept > 0 ? t("agreements:kept", { count: kept }) : "",
    missed > 0 ? t("agreements:missed", { count: missed }) : "",
    promises.length > kept + missed ? t("agreements:running", { count: promises.length - kept - missed }) : "",
  ];
  return t("agreements:summary", { count: promises.length, parts: parts.filter(Boolean).join(", ") });
}

export function readOn(actor: Actor, { zone }: Agreement): string {
  const { t, day } = wordsFor(actor.locale);
  return t("agreements:readOn", { day: day(dayIn(zone, now())) });
}

/** What was changed of the promises since they were made, the last first: who, when, from what to what, and why. */
function changesOf(actor: Actor, { promises }: Agreement) {
  const { t, name } = wordsFor(actor.locale);
  return promises
    .flatMap(({ goal, figure }) =>
      describeGoalHistory(actor, goal)
        .filter(({ id }) => id !== "set")
        .map((change) => ({
          id: change.id,
          what: name(figure),
          line: change.line,
          changes: change.changes.map((one) => t("agreements:fromTo", one)).join(t("common:semicolon")),
          reason: change.reason,
        })),
    )
    .sort((a, b) => Number(b.id) - Number(a.id));
}
