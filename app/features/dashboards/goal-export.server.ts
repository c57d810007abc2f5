import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { tableOf } from "~/features/exports/table.queries.server";
import { figureDefinitions } from "~/features/figures/catalogue.model";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import { type ExportedTable, inParts } from "~/lib/exported-table.server";
import { inHours, partOf } from "./export-tables.server";
import { paceOf } from "./goal.model";
import { type Goal, listGoals, measureGoal } from "./goal.queries.server";
import { figureOfGoal, nameOfGoal } from "./goal-words.server";

/** More than any set of offices has: a file leaves nothing out. */
const most = 50_000;

/** The goals as a file, each measured as the file leaves; hours for the time spent, else numbers. Throws ForbiddenError. */
export function exportGoals(actor: Actor, _request: Request): ExportedTable {
  if (ownersWhere(actor, "dashboard.detail").length === 0) throw new ForbiddenError("dashboard.detail");
  const t = translator(actor.locale);
  const goals = listGoals(actor, most);
  const figures = [...new Set(goals.map((goal) => figureOfGoal(goal.figure)))];
  return tableOf(actor, {
    name: t("goals:title"),
    command: "goal.export",
    total: goals.length,
    rows: () => inParts(goals, 5, (part) => part.map((goal) => measured(actor, goal))),
    defined: figures.map((figure) => [nameOfGoal(actor.locale, figure), t(`figures:help.${figure}`)] as const),
    asked: [[t("goals:file.readOn"), formatDay(actor.locale, todayOf(actor), "long")]],
    columns: [
      { title: t("goals:fields.figure"), width: 34, value: ({ figure }) => nameOfGoal(actor.locale, figure) },
      { title: t("goals:fields.target"), meaning: t("goals:targetHint"), type: "number", value: (row) => row.target },
      { title: t("goals:file.value"), meaning: t("goals:file.valueHelp"), type: "number", value: (row) => row.value },
      { title: t("goals:file.share"), type: "share", width: 12, value: (row) => partOf(row.value, row.target) },
      { title: t("goals:file.pace"), meaning: t("goals:help"), width: 36, value: (row) => t(`goals:pace.${row.pace}`) },
      { title: t("goals:fields.startsOn"), type: "day", width: 14, value: ({ goal }) => goal.startsOn },
      { title: t("goals:fields.endsOn"), type: "day", width: 14, value: ({ goal }) => goal.endsOn },
      {
        title: t("goals:fields.facilitatorId"),
        width: 24,
        value: ({ goal }) => goal.facilitator ?? t("goals:none.facilitatorId"),
      },
      {
        title: t("goals:fields.theme"),
        width: 24,
        value: ({ goal: { theme } }) => (theme && isTheme(theme) ? t(`themes:${theme}.name`) : t("goals:none.theme")),
      },
      { title: t("goals:fields.funderId"), width: 30, value: ({ goal }) => goal.funder },
      { title: t("dashboard:columns.office"), width: 30, value: ({ goal }) => goal.office },
    ],
  });
}

function measured(actor: Actor, goal: Goal) {
  const figure = figureOfGoal(goal.figure);
  const { value, place, partsBefore } = measureGoal(actor, goal);
  const pace = paceOf({ value, target: goal.target, place, partsBefore });
  const amount = (minutes: number) => (figureDefinitions[figure].unit === "minutes" ? inHours(minutes) : minutes);
  return { goal, figure, pace, value: amount(value), target: amount(goal.target) };
}
