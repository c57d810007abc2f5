import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { actionAnswers, actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import { notices } from "~/db/schema/notifications.server";
import { messages, providers } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { addDays, monthOf } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { type NoticeKind, openActionStates } from "~/lib/vocabulary";
import type { Person } from "./choices.server";
import { dueSoonDays, silentDays } from "./model";
import { listTold } from "./told.queries.server";

const dayMs = 86_400_000;
/** News older than this is no news: a first look at an old file tells nothing. */
const freshDays = 14;

interface News {
  kind: NoticeKind;
  subjectId: string;
  /** What makes it new: the same is told once. */
  key: string;
}

/** Looks at what just changed in a provider's plan, and notes who is to hear of it. */
export function collectNews(providerId: string): void {
  const provider = findProvider(providerId);
  if (!provider) return;
  const since = now() - freshDays * dayMs;
  const forContacts = [...newSteps(providerId, since), ...comments(providerId, { since, isFromProvider: false })];
  for (const person of listTold(providerId)) tell(provider, person, forContacts);
  for (const { toUserId, ...news } of requests(providerId, since)) tell(provider, { kind: "user", id: toUserId }, [news]);
  if (!provider.referentId) return;
  const forReferent = [
    ...answers(providerId, { since, exceptBy: provider.referentId }),
    ...comments(providerId, { since, isFromProvider: true }),
  ];
  tell(provider, { kind: "user", id: provider.referentId }, forReferent);
}

/** Looks at the calendar: steps due within a week, and plans that have been silent for six. */
export function collectReminders(): void {
  const at = now();
  for (const { providerId, ...news } of [...dueSoon(at), ...silentPlans(at)]) {
    const provider = findProvider(providerId);
    if (!provider) continue;
    for (const person of listTold(providerId)) tell(provider, person, [news]);
  }
}

function newSteps(providerId: string, since: number): News[] {
  const open = inArray(actions.state, [...openActionStates]);
  return db()
    .select({ id: actions.id })
    .from(actions)
    .where(
      and(
        eq(actions.providerId, providerId),
        isNull(actions.deletedAt),
        gte(actions.publishedAt, since),
        isNull(actions.seenAt),
        open,
      ),
    )
    .all()
    .map(({ id }) => ({ kind: "newSteps", subjectId: id, key: `newSteps/${id}` }));
}

function comments(providerId: string, asked: { since: number; isFromProvider: boolean }): News[] {
  return db()
    .select({ id: actionComments.id, actionId: actionComments.actionId })
    .from(actionComments)
    .where(
      and(
        eq(actionComments.providerId, providerId),
        eq(actionComments.isFromProvider, asked.isFromProvider),
        isNull(actionComments.deletedAt),
        isNull(actionComments.seenAt),
        gte(actionComments.createdAt, asked.since),
      ),
    )
    .all()
    .map(({ id, actionId }) => ({ kind: "comment", subjectId: actionId, key: `comment/${id}` }));
}

function answers(providerId: string, asked: { since: number; exceptBy: string }): News[] {
  return db()
    .select({ id: actionAnswers.id, actionId: actionAnswers.actionId })
    .from(actionAnswers)
    .innerJoin(actions, eq(actions.id, actionAnswers.actionId))
    .where(
      and(
        eq(actions.providerId, providerId),
        isNull(actionAnswers.seenByFacilitatorAt),
        gte(actionAnswers.createdAt, asked.since),
        or(isNull(actionAnswers.recordedById), ne(actionAnswers.recordedById, asked.exceptBy)),
      ),
    )
    .all()
    .map(({ id, actionId }) => ({ kind: "answer", subjectId: actionId, key: `answer/${id}` }));
}

/** A request is told to whom it was left for: the referent, or who stood in that day. */
function requests(providerId: string, since: number): (News & { toUserId: string })[] {
  return db()
    .select({ id: messages.id, toUserId: messages.toUserId })
    .from(messages)
    .where(
      and(
        eq(messages.providerId, providerId),
        inArray(messages.kind, ["callback", "help", "question"]),
        isNull(messages.handledAt),
        gte(messages.createdAt, since),
      ),
    )
    .all()
    .flatMap(({ id, toUserId }) =>
      toUserId ? [{ kind: "request" as const, subjectId: id, key: `request/${id}`, toUserId }] : [],
    );
}

/** Each office's days are its own; the question is asked with a day more on both sides, and each row judged by its own. */
function dueSoon(at: number) {
  const [from, to] = [addDays(dayAt("", at), -1), addDays(dayAt("", at), dueSoonDays + 1)];
  const due = and(gte(actions.dueOn, from), lte(actions.dueOn, to), ne(actions.doneBy, "office"));
  const open = and(
    inArray(actions.state, ["todo", "doing", "proposed"]),
    isNotNull(actions.publishedAt),
    isNull(actions.deletedAt),
  );
  return db()
    .select({ id: actions.id, ownerId: actions.ownerId, providerId: actions.providerId, dueOn: actions.dueOn })
    .from(actions)
    .where(and(due, open))
    .limit(5000)
    .all()
    .filter(({ ownerId, dueOn }) => isDueSoon(dueOn ?? "", dayAt(ownerId, at)))
    .map(({ id, providerId, dueOn }) => ({ providerId, kind: "dueSoon" as const, subjectId: id, key: `dueSoon/${id}/${dueOn}` }));
}

const isDueSoon = (dueOn: string, today: string): boolean => dueOn >= today && dueOn <= addDays(today, dueSoonDays);

/** Once a month at most for one plan; a plan without an open step has nothing to say. */
function silentPlans(at: number) {
  const before = at - silentDays * dayMs;
  const isSilent = (lastOn: string | null, today: string) => lastOn === null || lastOn < addDays(today, -silentDays);
  const open = sql`EXISTS (SELECT 1 FROM actions a WHERE a.plan_id = ${actionPlans.id} AND a.deleted_at IS NULL
    AND a.published_at IS NOT NULL AND a.published_at < ${before} AND a.state IN ('proposed', 'todo', 'doing'))`;
  return db()
    .select({
      id: actionPlans.id,
      ownerId: actionPlans.ownerId,
      providerId: actionPlans.providerId,
      lastOn: providers.lastSupportOn,
    })
    .from(actionPlans)
    .innerJoin(providers, eq(providers.id, actionPlans.providerId))
    .where(
      and(
        lt(actionPlans.createdAt, before),
        or(isNull(actionPlans.lastNewsAt), lt(actionPlans.lastNewsAt, before)),
        or(isNull(providers.lastSupportOn), lt(providers.lastSupportOn, addDays(dayAt("", at), 1 - silentDays))),
        isNull(providers.deletedAt),
        open,
      ),
    )
    .limit(5000)
    .all()
    .filter(({ ownerId, lastOn }) => isSilent(lastOn, dayAt(ownerId, at)))
    .map(({ id, ownerId, providerId }) => ({
      providerId,
      kind: "silentPlan" as const,
      subjectId: id,
      key: `silentPlan/${id}/${monthOf(dayAt(ownerId, at))}`,
    }));
}

function findProvider(providerId: string) {
  return db()
    .select({ id: providers.id, ownerId: providers.ownerId, referentId: providers.referentId })
    .from(providers)
    .where(and(eq(providers.id, providerId), isNull(providers.deletedAt)))
    .get();
}

function tell(provider: { id: string; ownerId: string }, person: Person, news: readonly News[]): void {
  for (const { kind, subjectId, key } of news)
    db()
      .insert(notices)
      .values({
        id: newId(),
        ownerId: provider.ownerId,
        providerId: provider.id,
        personKind: person.kind,
        personId: person.id,
        kind,
        subjectId,
        dedupeKey: key,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .run();
}
