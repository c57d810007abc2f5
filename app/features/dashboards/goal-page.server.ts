import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { describeGoal, extentOf } from "./describe-goals.server";
import type { Goal } from "./goal.queries.server";
import { describeGoalHistory } from "./goal-history.queries.server";
import { type GoalWarning, listOpenWarnings, listWarningsOf } from "./goal-warnings.queries.server";
import { figureOfGoal, nameOfGoal, wordAmount } from "./goal-words.server";

/** A goal's page: how it stands, what it was warned of and what was answered, and every change it had. */
export function describeGoalPage(actor: Actor, goal: Goal) {
  return {
    goal: describeGoal(actor, goal),
    warnings: listWarningsOf(actor, goal.id).map((warning) => describeWarning(actor, goal.zone, warning)),
    history: describeGoalHistory(actor, goal),
    permissions: { set: can(actor, "goal.set", goal), acknowledge: can(actor, "goal.acknowledge", goal) },
    restoreTo: paths.goalRestoration(goal.id),
  };
}
export type GoalPageData = ReturnType<typeof describeGoalPage>;

function describeWarning(actor: Actor, zone: string, warning: GoalWarning) {
  const t = translator(actor.locale);
  const at = (instant: number) => formatInstant(actor.locale, instant, zone);
  const isSeen = warning.acknowledgedAt !== null;
  return {
    id: warning.id,
    text: warningText(actor, warning),
    told: t("goals:warnings.told", { at: at(warning.createdAt) }),
    isOpen: warning.endedAt === null,
    isToAnswer: warning.endedAt === null && !isSeen,
    ended: warning.endedAt === null ? "" : t("goals:warnings.ended", { at: at(warning.endedAt) }),
    answer: isSeen
      ? t("goals:warnings.answer", {
          name: warning.acknowledgedBy ?? "–",
          at: at(warning.acknowledgedAt ?? 0),
          line: warning.line,
        })
      : "",
  };
}

/** « Prestataires accompagnés : 40 sur 95, il en faudrait 61 à cette date ». */
function warningText(actor: Actor, warning: GoalWarning): string {
  const t = translator(actor.locale);
  const figure = figureOfGoal(warning.figure);
  const amount = (value: number) => wordAmount(actor.locale, figure, value);
  return t(`goals:warnings.${warning.kind}`, {
    figure: nameOfGoal(actor.locale, figure),
    value: amount(warning.value),
    awaited: amount(warning.awaited),
    target: amount(warning.target),
  });
}

/** What the dashboard tells of goals behind, for who reads them in detail. */
export function describeOpenWarnings(actor: Actor, owners: readonly string[]) {
  return listOpenWarnings(actor, owners).map((warning) => ({
    id: warning.id,
    text: warningText(actor, warning),
    context: extentOf(actor, warning),
    to: paths.goal(warning.goalId),
  }));
}
