import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { funders } from "~/db/schema/organisations.server";
import { revisions } from "~/db/schema/work.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { Goal } from "./goal.queries.server";
import { figureOfGoal, nameOfGoal, wordAmount } from "./goal-words.server";

const text = z.string().nullable().default(null);

/** A goal as a revision keeps it. */
const keptSchema = z.object({
  figure: z.string(),
  target: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  facilitatorId: text,
  theme: text,
  funderId: text,
  reason: z.string().default(""),
  deletedAt: z.number().nullable().default(null),
});
type Kept = z.output<typeof keptSchema>;

export interface GoalChange {
  id: string;
  /** « Cécile Hourtin a modifié l’objectif, le 3 mars 2026 à 10:12 ». */
  line: string;
  changes: { field: string; was: string; became: string }[];
  reason: string;
}

/** Every change of a goal, the last first: who, when, from what to what, and why; how it was set stands last. */
export function describeGoalHistory(actor: Actor, goal: Goal): GoalChange[] {
  const rows = db()
    .select()
    .from(revisions)
    .where(and(eq(revisions.subject, "goals"), eq(revisions.subjectId, goal.id)))
    .orderBy(asc(revisions.id))
    .limit(100)
    .all();
  const before = rows.map((row) => keptSchema.parse(JSON.parse(row.before)));
  const states: Kept[] = [...before, { ...goal, deletedAt: null }];
  const people = namesOf([goal.createdById, ...rows.map((row) => row.actorId)]);
  const t = translator(actor.locale);
  const line = (act: "set" | "changed" | "deleted" | "restored", who: string, at: number) =>
    t(`goals:history.${act}`, { who: people.get(who) ?? "–", at: formatInstant(actor.locale, at, goal.zone) });
  const words = wordsOf(actor, states);
  const changed = rows.map((row, place): GoalChange => {
    const [from, to] = [states[place], states[place + 1]];
    const act = actOf(from, to);
    return {
      id: String(row.id),
      line: line(act, row.actorId, row.createdAt),
      changes: from && to ? differences(words(from), words(to)) : [],
      reason: to?.reason ?? "",
    };
  });
  const set = { id: "set", line: line("set", goal.createdById, goal.createdAt), changes: [], reason: states[0]?.reason ?? "" };
  return [set, ...changed].reverse();
}

function actOf(from: Kept | undefined, to: Kept | undefined): "changed" | "deleted" | "restored" {
  const [was, is] = [from?.deletedAt ?? null, to?.deletedAt ?? null];
  if ((was === null) === (is === null)) return "changed";
  return is === null ? "restored" : "deleted";
}

type Worded = { field: string; value: string }[];

function differences(from: Worded, to: Worded): GoalChange["changes"] {
  return to.flatMap(({ field, value }, place) => {
    const was = from[place]?.value ?? "";
    return was === value ? [] : [{ field, was, became: value }];
  });
}

/** A state of the goal field by field, in the reader's words. */
function wordsOf(actor: Actor, states: readonly Kept[]): (kept: Kept) => Worded {
  const t = translator(actor.locale);
  const people = namesOf(states.flatMap((one) => one.facilitatorId ?? []));
  const promised = funderNames(states.flatMap((one) => one.funderId ?? []));
  const day = (iso: string) => formatDay(actor.locale, iso);
  return (kept) => {
    const figure = figureOfGoal(kept.figure);
    return [
      { field: t("goals:fields.figure"), value: nameOfGoal(actor.locale, figure) },
      { field: t("goals:fields.target"), value: wordAmount(actor.locale, figure, kept.target) },
      { field: t("goals:history.period"), value: t("goals:between", { from: day(kept.startsOn), to: day(kept.endsOn) }) },
      {
        field: t("goals:fields.facilitatorId"),
        value: kept.facilitatorId ? (people.get(kept.facilitatorId) ?? "–") : t("goals:none.facilitatorId"),
      },
      {
        field: t("goals:fields.theme"),
        value: kept.theme && isTheme(kept.theme) ? t(`themes:${kept.theme}.name`) : t("goals:none.theme"),
      },
      {
        field: t("goals:fields.funderId"),
        value: kept.funderId ? (promised.get(kept.funderId) ?? "–") : t("goals:none.funderId"),
      },
    ];
  };
}

function namesOf(ids: readonly string[]): Map<string, string> {
  const rows = db()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

function funderNames(ids: readonly string[]): Map<string, string> {
  const rows = db()
    .select({ id: funders.id, name: funders.name })
    .from(funders)
    .where(inArray(funders.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
