import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { actionAnswers, actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import type { notices } from "~/db/schema/notifications.server";
import { messages, providers } from "~/db/schema/providers.server";
import { isOpen } from "~/features/action-plans/model";
import type { NoticeKind } from "~/lib/vocabulary";

export type Notice = typeof notices.$inferSelect;

/** What a piece of news speaks of, read again when it is about to leave; undefined once there is nothing left to say. */
export interface Topic {
  actionId: string | null;
  provider: string;
  title: string;
  dueOn: string | null;
  /** What was said, for who reads it at the office. */
  text: string;
}

/** The subject of a notice as it stands now; undefined when it was done, answered, read or deleted meanwhile. */
export function findTopic(notice: Notice): Topic | undefined {
  const readers: Partial<Record<NoticeKind, (notice: Notice) => Topic | undefined>> = {
    newSteps: (one) => openAction(one, { isUnseen: true }),
    dueSoon: (one) => openAction(one, { isUnseen: false }),
    silentPlan: (one) => silentPlan(one),
    comment,
    answer,
    request: (one) => request(one),
  };
  return readers[notice.kind]?.(notice);
}

/** The same without asking whether it is still new: what a list of past news shows; undefined once deleted, or a draft again. */
export function findPastTopic(notice: Notice): Topic | undefined {
  if (notice.kind === "request") return request(notice, { isPast: true });
  if (notice.kind === "silentPlan") return silentPlan(notice, { isPast: true });
  const action = findAction(notice.subjectId);
  return action && topicOf(action, "");
}

function openAction(notice: Notice, { isUnseen }: { isUnseen: boolean }): Topic | undefined {
  const action = findAction(notice.subjectId);
  if (!action || !isOpen(action.state) || action.state === "blocked") return undefined;
  return isUnseen && action.seenAt !== null ? undefined : topicOf(action, "");
}

function silentPlan(notice: Notice, { isPast } = { isPast: false }): Topic | undefined {
  const plan = db().select().from(actionPlans).where(eq(actionPlans.id, notice.subjectId)).get();
  if (!plan || (!isPast && (plan.lastNewsAt ?? 0) >= notice.createdAt)) return undefined;
  const ahead = db()
    .select({ id: actions.id, state: actions.state })
    .from(actions)
    .where(and(eq(actions.planId, plan.id), isNull(actions.deletedAt)))
    .orderBy(actions.position, actions.id)
    .all();
  const next = ahead.find((one) => isOpen(one.state) && findAction(one.id));
  const action = next && findAction(next.id);
  return action && topicOf(action, "");
}

/** The last word of the other side that its reader has not seen. */
function comment(notice: Notice): Topic | undefined {
  const action = findAction(notice.subjectId);
  const isFromProvider = notice.personKind === "user";
  const word = db()
    .select({ text: actionComments.text })
    .from(actionComments)
    .where(
      and(
        eq(actionComments.actionId, notice.subjectId),
        eq(actionComments.isFromProvider, isFromProvider),
        isNull(actionComments.seenAt),
        isNull(actionComments.deletedAt),
      ),
    )
    .orderBy(actionComments.createdAt)
    .all()
    .at(-1);
  return action && word && topicOf(action, word.text);
}

function answer(notice: Notice): Topic | undefined {
  const action = findAction(notice.subjectId);
  const last = db()
    .select({ comment: actionAnswers.comment })
    .from(actionAnswers)
    .where(and(eq(actionAnswers.actionId, notice.subjectId), isNull(actionAnswers.seenByFacilitatorAt)))
    .orderBy(actionAnswers.createdAt)
    .all()
    .at(-1);
  return action && last && topicOf(action, last.comment);
}

function request(notice: Notice, { isPast } = { isPast: false }): Topic | undefined {
  const row = db()
    .select({ text: messages.text, handledAt: messages.handledAt, provider: providers.name })
    .from(messages)
    .innerJoin(providers, eq(providers.id, messages.providerId))
    .where(eq(messages.id, notice.subjectId))
    .get();
  if (!row || (!isPast && row.handledAt !== null)) return undefined;
  return { actionId: null, provider: row.provider, title: row.provider, dueOn: null, text: row.text };
}

/** A published action with its provider's name; a draft is no subject. */
function findAction(actionId: string) {
  const row = db()
    .select({ action: actions, provider: providers.name })
    .from(actions)
    .innerJoin(providers, eq(providers.id, actions.providerId))
    .where(and(eq(actions.id, actionId), isNull(actions.deletedAt)))
    .get();
  return row && row.action.publishedAt !== null ? { ...row.action, provider: row.provider } : undefined;
}

const topicOf = (action: { id: string; provider: string; title: string; dueOn: string | null }, text: string): Topic => ({
  actionId: action.id,
  provider: action.provider,
  title: action.title,
  dueOn: action.dueOn,
  text,
});
