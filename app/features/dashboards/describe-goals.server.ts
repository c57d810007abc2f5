import type { Actor } from "~/access/actor";
import { listFacilitatorNames } from "~/features/figures/hours.queries.server";
import { listWords } from "~/features/organisations/settings.queries.server";
import { isTheme, themeCodes } from "~/features/themes/model";
import { formatDay, formatShare } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { FieldSpec } from "~/ui/record-form";
import { goalFigures, paceOf } from "./goal.model";
import { type Goal, listGoals, listGoalsUnderWay, measureGoal } from "./goal.queries.server";
import { figureOfGoal, nameOfGoal, wordAmount } from "./goal-words.server";
import type { DashboardAsked } from "./queries.server";

export interface GoalLine {
  id: string;
  title: string;
  context: string;
  progress: string;
  /** From 0 to 1. */
  part: number;
  pace: string;
  isWarning: boolean;
  to: string;
  editTo: string;
  rowsTo: string;
}

/** The goals in words, or one person's, each with what was reached and how it stands against the season's own rhythm. */
export function describeGoals(actor: Actor, { facilitator }: { facilitator?: string } = {}): GoalLine[] {
  const goals = listGoals(actor).filter((goal) => facilitator === undefined || goal.facilitatorId === facilitator);
  return goals.map((goal) => describeGoal(actor, goal));
}

/** The goals under way of the offices that a dashboard shows in detail, those behind first. */
export function describeGoalsUnderWay(actor: Actor, { viewed, today, isDetailed }: DashboardAsked): GoalLine[] {
  if (!isDetailed) return [];
  const owners = viewed.map(({ id }) => id);
  const lines = listGoalsUnderWay(actor, owners, today).map((goal) => describeGoal(actor, goal));
  return lines.sort((a, b) => Number(b.isWarning) - Number(a.isWarning));
}

/** One goal in words. */
export function describeGoal(actor: Actor, goal: Goal): GoalLine {
  const t = translator(actor.locale);
  const figure = figureOfGoal(goal.figure);
  const { value, place, partsBefore } = measureGoal(actor, goal);
  const pace = paceOf({ value, target: goal.target, place, partsBefore });
  const worded = (amount: number) => wordAmount(actor.locale, figure, amount);
  const share = formatShare(actor.locale, value, goal.target);
  const narrowed = { facilitator: goal.facilitatorId ?? undefined, theme: goal.theme ?? undefined };
  return {
    id: goal.id,
    title: t("goals:line", { figure: nameOfGoal(actor.locale, figure), target: worded(goal.target) }),
    context: [extentOf(actor, goal), goal.funder ? t("goals:promised", { name: goal.funder }) : ""].filter(Boolean).join(" · "),
    progress: t("goals:progress", { value: worded(value), target: worded(goal.target), share }),
    part: Math.min(1, value / goal.target),
    pace: t(`goals:pace.${pace}`),
    isWarning: pace === "behind" || pace === "missed",
    to: paths.goal(goal.id),
    editTo: paths.editGoal(goal.id),
    rowsTo: paths.dashboard({ period: "custom", from: goal.startsOn, to: goal.endsOn, office: goal.ownerId, ...narrowed }),
  };
}

/** « du 5 oct. 2026 au 2 janv. 2027 · tout l’office · Site internet »: what a goal counts, and whose. */
export function extentOf(
  { locale }: Actor,
  { startsOn, endsOn, facilitator, theme }: Pick<Goal, "startsOn" | "endsOn" | "facilitator" | "theme">,
): string {
  const t = translator(locale);
  const days = t("goals:between", { from: formatDay(locale, startsOn), to: formatDay(locale, endsOn) });
  const about = theme && isTheme(theme) ? t(`themes:${theme}.name`) : "";
  return [days, facilitator ?? t("goals:wholeOffice"), about].filter(Boolean).join(" · ");
}

/** The fields of a goal's form, filled with what is saved; this year's for a new one. */
export function goalFields(
  actor: Actor,
  office: { id: string },
  saved: Goal | { startsOn: string; endsOn: string },
): FieldSpec[] {
  const t = translator(actor.locale);
  const goal = "id" in saved ? saved : undefined;
  const choice = (name: "facilitatorId" | "theme" | "funderId", options: FieldSpec["options"] = []): FieldSpec => ({
    name,
    label: t(`goals:fields.${name}`),
    control: "select",
    value: goal?.[name] ?? "",
    options: [{ value: "", label: t(`goals:none.${name}`) }, ...options],
  });
  const target = goal && goal.figure === "contact" ? Math.round(goal.target / 60) : goal?.target;
  return [
    {
      name: "figure",
      label: t("goals:fields.figure"),
      control: "select",
      value: goal?.figure ?? "reached",
      isRequired: true,
      options: goalFigures.map((value) => ({ value, label: nameOfGoal(actor.locale, value) })),
    },
    {
      name: "target",
      label: t("goals:fields.target"),
      control: "text",
      value: String(target ?? ""),
      isRequired: true,
      hint: t("goals:targetHint"),
    },
    { name: "startsOn", label: t("goals:fields.startsOn"), control: "date", value: saved.startsOn, isRequired: true },
    { name: "endsOn", label: t("goals:fields.endsOn"), control: "date", value: saved.endsOn, isRequired: true },
    choice(
      "facilitatorId",
      listFacilitatorNames(actor, office.id).map(({ id, name }) => ({ value: id, label: name })),
    ),
    choice(
      "theme",
      themeCodes.map((code) => ({ value: code, label: t(`themes:${code}.name`) })),
    ),
    choice(
      "funderId",
      listWords(office.id, "funder").map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...(goal
      ? [
          {
            name: "reason",
            label: t("goals:fields.reason"),
            control: "text" as const,
            value: "",
            isRequired: true,
            hint: t("goals:reasonHint"),
          },
        ]
      : []),
  ];
}
