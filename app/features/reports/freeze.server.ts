import type { Actor } from "~/access/actor";
import { listGoals, measureGoal } from "~/features/dashboards/goal.queries.server";
import { listCoverage } from "~/features/figures/coverage.queries.server";
import { listFacilitatorHours } from "~/features/figures/hours.queries.server";
import { addUp, type Counts } from "~/features/figures/model";
import type { Period } from "~/features/figures/period.model";
import { getPlanTotals } from "~/features/figures/plans.queries.server";
import { countEstablishmentsReached, listMonthlyCounts, listTopicCounts } from "~/features/figures/queries.server";
import { monthsBetween } from "~/lib/dates";
import type { FrozenFigures, FrozenRow, FrozenValue } from "~/lib/report-content";
import type { ReportFigure } from "./model";

/** The figures of an office's period and of the one before it, by their definitions (design §2): minutes, kilometres, people. */
export function freezeFigures(actor: Actor, office: string, { days, before }: { days: Period; before: Period }): FrozenFigures {
  const asked = { ...days, office };
  const past = { ...before, office };
  const coverage = listCoverage(actor, asked, before);
  const months = listMonthlyCounts(actor, asked);
  return {
    beforeStartsOn: before.from,
    beforeEndsOn: before.to,
    values: {
      ...countedValues(addUp(months), addUp(listMonthlyCounts(actor, past))),
      ...coverageValues(coverage),
      ...planValues(actor, asked, before),
      establishments: { value: countEstablishmentsReached(actor, asked), before: countEstablishmentsReached(actor, past) },
      granted: { value: sum(listFacilitatorHours(actor, asked), (one) => one.granted) },
    },
    lists: {
      months: monthsBetween(days.from, days.to).map((month) => ({
        key: month,
        value: sum(
          months.filter((row) => row.month === month && row.kind !== "other_work"),
          (row) => row.sessions,
        ),
      })),
      ...topicLists(actor, asked),
      kinds: (["individual", "group"] as const).map((kind) => ({
        key: kind,
        value: sum(
          months.filter((row) => row.kind === kind),
          (row) => row.sessions,
        ),
      })),
      providerKinds: covered(coverage, (row) => ({ key: row.kind })),
      communes: covered(coverage, (row) => ({ key: row.inseeCode ?? "", ...(row.commune ? { name: row.commune } : {}) })),
      goals: goalRows(actor, office, days),
    },
  };
}

type Values = Partial<Record<ReportFigure, FrozenValue>>;

function countedValues(now: Counts, before: Counts): Values {
  const of = (read: (counts: Counts) => number): FrozenValue => ({ value: read(now), before: read(before) });
  return {
    sessions: of((one) => one.sessions),
    shortAdvices: of((one) => one.shortAdvices),
    supports: of((one) => one.supports),
    absences: of((one) => one.excused + one.absent),
    contact: of((one) => one.minutes),
    preparation: of((one) => one.preparationMinutes),
    travel: of((one) => one.travelMinutes),
    otherWork: of((one) => one.otherMinutes),
    used: of((one) => one.minutes + one.preparationMinutes + one.travelMinutes + one.otherMinutes),
    kilometres: of((one) => one.kilometres),
  };
}

function coverageValues(rows: ReturnType<typeof listCoverage>): Values {
  const of = (key: "known" | "reached" | "reachedBefore" | "newProviders" | "never") => sum(rows, (row) => row[key]);
  return {
    known: { value: of("known") },
    reached: { value: of("reached"), before: of("reachedBefore") },
    newProviders: { value: of("newProviders") },
    followed: { value: of("reached") - of("newProviders") },
    never: { value: of("never") },
  };
}

function planValues(actor: Actor, asked: Period & { office: string }, before: Period): Values {
  const plans = getPlanTotals(actor, { ...asked, asOf: asked.to }, before);
  return {
    actionsCreated: { value: plans.created, before: plans.createdBefore },
    actionsDone: { value: plans.done, before: plans.doneBefore },
    actionsOpen: { value: plans.open },
    actionsLate: { value: plans.late },
  };
}

function topicLists(actor: Actor, asked: Period & { office: string }): Record<"themes" | "channels", FrozenRow[]> {
  const topics = listTopicCounts(actor, asked);
  const added = (key: "theme" | "channel"): FrozenRow[] => {
    const sums = new Map<string, number>();
    for (const one of topics) sums.set(one[key], (sums.get(one[key]) ?? 0) + one.sessions);
    return [...sums]
      .map(([code, value]) => ({ key: code, value }))
      .sort((a, b) => b.value - a.value || a.key.localeCompare(b.key));
  };
  return { themes: added("theme"), channels: added("channel") };
}

type Coverage = ReturnType<typeof listCoverage>[number];

/** Reached of known, the largest group first. */
function covered(rows: readonly Coverage[], keyOf: (row: Coverage) => { key: string; name?: string }): FrozenRow[] {
  const groups = new Map<string, FrozenRow>();
  for (const row of rows) {
    const { key, name } = keyOf(row);
    const group = groups.get(key) ?? { key, ...(name ? { name } : {}), value: 0, of: 0 };
    group.value += row.reached;
    group.of = (group.of ?? 0) + row.known;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (b.of ?? 0) - (a.of ?? 0) || a.key.localeCompare(b.key));
}

/** The office's goals that the period meets; `before` has no sense here, `name` is the funder whom one is promised to. */
function goalRows(actor: Actor, office: string, { from, to }: Period): FrozenRow[] {
  const own = listGoals(actor).filter((goal) => goal.ownerId === office && goal.startsOn <= to && goal.endsOn >= from);
  return own.map((goal) => ({
    key: goal.figure,
    ...(goal.funder ? { name: goal.funder } : {}),
    value: measureGoal(actor, goal).value,
    of: goal.target,
  }));
}

const sum = <T>(rows: readonly T[], read: (row: T) => number): number => rows.reduce((total, row) => total + read(row), 0);
