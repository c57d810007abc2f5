import { addDays, daysBetween } from "~/lib/dates";

export const planViews = ["all", "late", "blocked", "quiet", "draft", "finished", "call"] as const;
export type PlanView = (typeof planViews)[number];

/** What is known of a plan when one asks whom to contact next. Days are ISO, counts of published steps. */
export interface PlanState {
  open: number;
  blocked: number;
  late: number;
  drafts: number;
  unread: number;
  isSeen: boolean;
  /** The last answer, session or new step. */
  lastOn: string;
  nextDueOn: string | null;
  publishedOn: string | null;
}

export interface Hint {
  kind: "blocked" | "answer" | "late" | "quiet" | "unseen" | "draft" | "finished" | "soon" | "season" | "none";
  /** Steps or weeks, where the kind counts. */
  count: number;
}

/**
 * The next contact that a plan asks for, and why: the most pressing reason alone. In full season only
 * what the provider asked for (a message, a step stuck) is worth a call.
 */
export function suggestContact(plan: PlanState, at: { today: string; isInSeason: boolean; quietWeeks: number }): Hint {
  const weeks = Math.floor(daysBetween(plan.lastOn, at.today) / 7);
  const isAhead = plan.open > 0;
  const isNear = plan.nextDueOn !== null && plan.nextDueOn <= addDays(at.today, 7);
  const reasons: [boolean, Hint["kind"], number][] = [
    [plan.unread > 0, "answer", plan.unread],
    [plan.blocked > 0, "blocked", plan.blocked],
    [at.isInSeason && isAhead, "season", 0],
    [plan.late > 0, "late", plan.late],
    [isAhead && weeks >= at.quietWeeks, "quiet", weeks],
    [isAhead && isForgotten(plan, at.today), "unseen", 0],
    [isNear, "soon", 0],
    [plan.drafts > 0, "draft", plan.drafts],
    [!isAhead, "finished", 0],
  ];
  const [, kind, count] = reasons.find(([holds]) => holds) ?? [true, "none" as const, 0];
  return { kind, count };
}

/** Published two weeks ago or more, and never opened. */
const isForgotten = (plan: PlanState, today: string): boolean =>
  !plan.isSeen && plan.publishedOn !== null && plan.publishedOn <= addDays(today, -14);
