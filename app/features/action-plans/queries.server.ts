import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { actionAnswers, actionPlans, actions } from "~/db/schema/action-plans.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import { openActionStates } from "~/lib/vocabulary";

/** Drafts are for those who may see them; everybody else reads what was published. */
export function visible(actor: Actor): SQL | undefined {
  return or(isNotNull(actions.publishedAt), scope(actor, "plan.seeDraft", { ownerId: actions.ownerId }));
}

/** A provider's actions in the order of the plan, in the scope of `permission`, at most 200. */
export function listActions(actor: Actor, providerId: string, permission: Permission = "plan.view") {
  return db()
    .select({
      id: actions.id,
      ownerId: actions.ownerId,
      providerId: actions.providerId,
      planId: actions.planId,
      title: actions.title,
      why: actions.why,
      how: actions.how,
      theme: actions.theme,
      doneBy: actions.doneBy,
      priority: actions.priority,
      dueOn: actions.dueOn,
      minutes: actions.minutes,
      state: actions.state,
      doneOn: actions.doneOn,
      origin: actions.origin,
      resourceId: actions.resourceId,
      resource: resources.title,
      resourceSlug: resources.slug,
      steps: actions.steps,
      publishedAt: actions.publishedAt,
      seenAt: actions.seenAt,
      sessionId: actions.sessionId,
      workshopId: actions.workshopId,
      sessionOn: coachingSessions.heldOn,
    })
    .from(actions)
    .leftJoin(resources, and(eq(resources.id, actions.resourceId), isNull(resources.deletedAt)))
    .leftJoin(coachingSessions, and(eq(coachingSessions.id, actions.sessionId), isNull(coachingSessions.deletedAt)))
    .where(and(scope(actor, permission, actions), eq(actions.providerId, providerId), isNull(actions.deletedAt), visible(actor)))
    .orderBy(asc(actions.position), asc(actions.id))
    .limit(200)
    .all();
}

/** The first open action of a provider's plan, within the actor's scope; undefined when none is open. */
export function findNextAction(actor: Actor, providerId: string) {
  const open = and(inArray(actions.state, [...openActionStates]), isNotNull(actions.publishedAt));
  return db()
    .select({ id: actions.id, title: actions.title, dueOn: actions.dueOn, state: actions.state })
    .from(actions)
    .where(and(scope(actor, "plan.view", actions), eq(actions.providerId, providerId), isNull(actions.deletedAt), open))
    .orderBy(asc(actions.position), asc(actions.id))
    .limit(1)
    .get();
}

/** One action with its office's zone, in the scope of `permission`; throws NotFoundError out of sight. */
export function getAction(actor: Actor, actionId: string, permission: Permission) {
  const action = findAction(actor, actionId, permission);
  if (action?.deletedAt !== null) throw new NotFoundError("action");
  return action;
}

/** An action deleted less than 30 days ago, for its undo. */
export function getDeletedAction(actor: Actor, actionId: string) {
  const action = findAction(actor, actionId, "plan.edit");
  if (!action) throw new NotFoundError("action");
  return action;
}

/** The answers given about an action, the last one first: what, when, how, who said it and who wrote it down. */
export function listAnswers(actor: Actor, actionId: string, permission: Permission = "plan.edit") {
  return db()
    .select({
      id: actionAnswers.id,
      state: actionAnswers.state,
      comment: actionAnswers.comment,
      link: actionAnswers.link,
      saidOn: actionAnswers.saidOn,
      way: actionAnswers.way,
      recordedBy: users.name,
      contact: contacts.name,
    })
    .from(actionAnswers)
    .innerJoin(actions, eq(actions.id, actionAnswers.actionId))
    .leftJoin(users, eq(users.id, actionAnswers.recordedById))
    .leftJoin(contacts, eq(contacts.id, actionAnswers.contactId))
    .where(and(scope(actor, permission, actions), visible(actor), eq(actionAnswers.actionId, actionId)))
    .orderBy(desc(actionAnswers.createdAt), desc(actionAnswers.id))
    .limit(50)
    .all();
}

/** A plan in the scope of `plan.edit`; throws NotFoundError out of sight. */
export function getPlan(actor: Actor, planId: string) {
  const row = db()
    .select({ id: actionPlans.id, ownerId: actionPlans.ownerId, providerId: actionPlans.providerId })
    .from(actionPlans)
    .where(and(scope(actor, "plan.edit", actionPlans), eq(actionPlans.id, planId)))
    .get();
  if (!row) throw new NotFoundError("actionPlan");
  return row;
}

/**
 * Who stands beside a provider at the office: the referent's name, job title, number and days, and
 * the office's own name and number. Of the provider itself nothing but its name.
 */
export function getPlanHead(actor: Actor, providerId: string, permission: Permission = "plan.view") {
  const row = db()
    .select({
      id: providers.id,
      ownerId: providers.ownerId,
      name: providers.name,
      referentId: providers.referentId,
      contactName: users.name,
      contactTitle: users.jobTitle,
      contactPhone: users.phone,
      presentDays: users.presentDays,
      office: organisations.name,
      officePhone: organisations.phone,
      officeEmail: organisations.email,
      zone: organisations.zone,
    })
    .from(providers)
    .leftJoin(users, eq(users.id, providers.referentId))
    .leftJoin(organisations, eq(organisations.id, providers.ownerId))
    .where(
      and(
        scope(actor, permission, { ownerId: providers.ownerId, providerId: providers.id }),
        eq(providers.id, providerId),
        isNull(providers.deletedAt),
      ),
    )
    .get();
  if (!row) throw new NotFoundError("provider");
  return { ...row, providerId: row.id, zone: row.zone ?? "Europe/Paris" };
}

/** The language of a provider's people: the first contact's. */
export function findProviderLocale(actor: Actor, providerId: string): "fr" | "en" {
  const row = db()
    .select({ locale: contacts.locale })
    .from(contacts)
    .where(and(scope(actor, "plan.view", contacts), eq(contacts.providerId, providerId), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(1)
    .get();
  return row?.locale ?? "fr";
}

function findAction(actor: Actor, actionId: string, permission: Permission) {
  const row = db()
    .select({ action: actions, zone: organisations.zone })
    .from(actions)
    .leftJoin(organisations, eq(organisations.id, actions.ownerId))
    .where(and(scope(actor, permission, actions), eq(actions.id, actionId), visible(actor)))
    .get();
  return row && { ...row.action, zone: row.zone ?? "Europe/Paris" };
}
