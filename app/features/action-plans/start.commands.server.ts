import { and, eq, isNull, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionLinks, actions } from "~/db/schema/action-plans.server";
import { newId } from "~/lib/ids";
import { ensurePlan } from "./commands.server";
import { tellOfPlan } from "./news-job.server";

/** A step that a plan may start with: from a template, another plan, a workshop or a list of measures. */
export interface StartingStep {
  title: string;
  why?: string;
  how?: string;
  theme?: string | null;
  doneBy?: "provider" | "office" | "together";
  priority?: number;
  dueOn?: string | null;
  minutes?: number | null;
  resourceId?: string | null;
  steps?: { title: string; isDone: boolean }[];
  /** `template:<slug>`, `copy:<action>`, `measure:<id>`… */
  origin: string;
}

interface Start {
  /** Made by whoever asks: the same start twice is one. */
  id: string;
  steps: readonly StartingStep[];
  isPublished: boolean;
  sessionId?: string | null;
  workshopId?: string | null;
  /** The session after which they are given, and that they are tied to: not the step that it gave itself. */
  tiedTo?: string | undefined;
}

/**
 * Adds several steps at the end of a provider's plan, as drafts unless said otherwise; a step of the
 * same origin and title that is still in the plan is not added twice. Answers how many were added.
 */
export function startPlan(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "plan.edit">,
  start: Start,
): { added: number } {
  const { id, steps, isPublished, sessionId = null, workshopId = null, tiedTo } = start;
  const command = { name: "plan.start", id: `${id}/${provider.id}`, input: start, ownerId: provider.ownerId };
  return run(actor, command, ({ now }) => {
    const planId = ensurePlan(provider.ownerId, provider.id, now);
    const kept = readKept(planId);
    const fresh = steps.filter((step) => !kept.some((one) => one.origin === step.origin && one.title === step.title));
    const last = lastPosition(planId);
    const place = { ownerId: provider.ownerId, providerId: provider.id, planId, sessionId, workshopId };
    const made = { createdById: actor.userId, createdAt: now, publishedAt: isPublished ? now : null };
    for (const [index, step] of fresh.entries()) {
      const actionId = newId();
      db()
        .insert(actions)
        .values({ ...step, ...place, ...made, id: actionId, position: last + index + 1 })
        .run();
      if (tiedTo) tie({ actionId, targetId: tiedTo, createdById: actor.userId, createdAt: now });
    }
    if (isPublished && fresh.length > 0) tellOfPlan(provider.id);
    return { added: fresh.length };
  });
}

function tie(link: { actionId: string; targetId: string; createdById: string; createdAt: number }): void {
  db()
    .insert(actionLinks)
    .values({ ...link, kind: "session" })
    .run();
}

function readKept(planId: string) {
  return db()
    .select({ origin: actions.origin, title: actions.title })
    .from(actions)
    .where(and(eq(actions.planId, planId), isNull(actions.deletedAt)))
    .all();
}

function lastPosition(planId: string): number {
  const row = db()
    .select({ position: max(actions.position) })
    .from(actions)
    .where(eq(actions.planId, planId))
    .get();
  return row?.position ?? 0;
}
