import { and, asc, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices } from "~/access/scopes.server";
import { isAmong } from "~/db/among.server";
import { builtOnce } from "~/db/client.server";
import { actionAnswers, actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { openActionStates } from "~/lib/vocabulary";
import { quietDays } from "./model";

const dayMs = 86_400_000;
/** An answer waits on « Aujourd’hui » this long at most. */
const newsDays = 90;

/** What the actor's providers answered and the actor has not seen, the last first; at most 12. */
export function listUnseenAnswers(actor: Actor, at: number) {
  return unseenAnswers().all({ ...asker(actor), since: at - newsDays * dayMs });
}

const unseenAnswers = builtOnce((orm) =>
  orm
    .select({
      id: actionAnswers.id,
      planId: actions.planId,
      providerId: providers.id,
      provider: providers.name,
      title: actions.title,
      state: actionAnswers.state,
      comment: actionAnswers.comment,
      saidOn: actionAnswers.saidOn,
      way: actionAnswers.way,
    })
    .from(actionPlans)
    .innerJoin(providers, eq(providers.id, actionPlans.providerId))
    .innerJoin(actions, eq(actions.planId, actionPlans.id))
    .innerJoin(actionAnswers, eq(actionAnswers.actionId, actions.id))
    .where(
      and(
        mine(),
        gte(actionPlans.lastNewsAt, sql.placeholder("since")),
        isNull(actions.deletedAt),
        isNull(actionAnswers.seenByFacilitatorAt),
      ),
    )
    .orderBy(desc(actionAnswers.createdAt), desc(actionAnswers.id))
    .limit(12)
    .prepare(),
);

/** The words that the actor's providers wrote in a step's thread and that nobody of the office has read, the last first; at most 12. */
export function listUnreadWords(actor: Actor) {
  return unreadWords().all(asker(actor));
}

const unreadWords = builtOnce((orm) =>
  orm
    .select({
      id: actionComments.id,
      planId: actions.planId,
      providerId: providers.id,
      provider: providers.name,
      title: actions.title,
      text: actionComments.text,
    })
    .from(actionComments)
    .innerJoin(actions, and(eq(actions.id, actionComments.actionId), isNull(actions.deletedAt)))
    .innerJoin(actionPlans, eq(actionPlans.id, actions.planId))
    .innerJoin(providers, eq(providers.id, actionPlans.providerId))
    .where(and(mine(), eq(actionComments.isFromProvider, true), isNull(actionComments.seenAt), isNull(actionComments.deletedAt)))
    .orderBy(desc(actionComments.createdAt), desc(actionComments.id))
    .limit(12)
    .prepare(),
);

/**
 * Plans of the actor's providers with an open action and neither news, nor session, nor new action
 * for six weeks, the longest silence first; at most 8. Offices in full season are left in peace.
 */
export function listQuietPlans(actor: Actor, at: number, options: { exceptOwners: readonly string[] }) {
  const before = at - quietDays * dayMs;
  const beforeDay = dayAt(actor.currentOrganisationId ?? "", before);
  return quietPlans().all({ ...asker(actor), before, beforeDay, inSeason: JSON.stringify(options.exceptOwners) });
}

const quietPlans = builtOnce((orm) => {
  const before = sql.placeholder("before");
  const recent = orm
    .select({ one: sql`1` })
    .from(actions)
    .where(and(eq(actions.planId, actionPlans.id), gte(actions.createdAt, before)));
  const since = sql<number>`max(coalesce(${actionPlans.lastNewsAt}, 0), ${actionPlans.createdAt},
    coalesce(unixepoch(${providers.lastSupportOn}) * 1000, 0))`;
  return orm
    .select({ providerId: providers.id, provider: providers.name, since, title: nextTitle, dueOn: nextDue })
    .from(actionPlans)
    .innerJoin(providers, eq(providers.id, actionPlans.providerId))
    .where(
      and(
        mine(),
        not(isAmong(actionPlans.ownerId, sql.placeholder("inSeason"))),
        lt(actionPlans.createdAt, before),
        or(isNull(actionPlans.lastNewsAt), lt(actionPlans.lastNewsAt, before)),
        or(isNull(providers.lastSupportOn), lt(providers.lastSupportOn, sql.placeholder("beforeDay"))),
        sql`${nextTitle} IS NOT NULL`,
        not(exists(recent)),
      ),
    )
    .orderBy(asc(since), asc(providers.id))
    .limit(8)
    .prepare();
});

/** Contacts of the actor's providers who prefer the phone and have a step open, the nearest due first; at most 8. */
export function listContactsToCall(actor: Actor) {
  return contactsToCall().all(asker(actor));
}

const contactsToCall = builtOnce((orm) => {
  const open = orm
    .select({ one: sql`1` })
    .from(actions)
    .where(
      and(
        eq(actions.planId, actionPlans.id),
        inArray(actions.state, [...openActionStates]),
        isNotNull(actions.publishedAt),
        isNull(actions.deletedAt),
      ),
    );
  return orm
    .select({
      id: contacts.id,
      name: contacts.name,
      phone: contacts.phone,
      providerId: providers.id,
      provider: providers.name,
      title: nextTitle,
      dueOn: nextDue,
    })
    .from(actionPlans)
    .innerJoin(providers, eq(providers.id, actionPlans.providerId))
    .innerJoin(contacts, eq(contacts.providerId, providers.id))
    .where(and(mine(), inAskedOffices(contacts.ownerId), prefersPhone, exists(open)))
    .orderBy(sql`${nextDue} IS NULL`, asc(nextDue), asc(contacts.name))
    .limit(8)
    .prepare();
});

/** Written as in the index of those contacts (`contacts_to_call`): SQLite finds it by its words. */
const prefersPhone = sql`${contacts.preferredWay} = 'phone' AND ${contacts.phone} IS NOT NULL
  AND ${contacts.deletedAt} IS NULL AND ${contacts.endsOn} IS NULL`;

/** Plans of the actor's own providers, and of those that nobody follows in the same office. */
function mine(): SQL | undefined {
  const followed = or(eq(providers.referentId, sql.placeholder("user")), isNull(providers.referentId));
  return and(inAskedOffices(actionPlans.ownerId), followed, isNull(providers.deletedAt));
}

const asker = (actor: Actor) => ({ ...askedOffices(actor, "plan.edit"), user: actor.userId });

const nextOf = (column: "title" | "due_on") => sql<string | null>`(SELECT a.${sql.identifier(column)} FROM actions a
  WHERE a.plan_id = ${actionPlans.id} AND a.deleted_at IS NULL AND a.published_at IS NOT NULL AND a.state IN ('proposed', 'todo', 'doing', 'blocked')
  ORDER BY a.position, a.id LIMIT 1)`;
const nextTitle = nextOf("title");
const nextDue = nextOf("due_on");
