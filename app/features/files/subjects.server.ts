import { and, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";
import { actions } from "~/db/schema/action-plans.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";
import { workshops } from "~/db/schema/workshops.server";
import type { FileSubject } from "./model";

/** May the actor see what a file is attached to? One rule a subject, the same scopes as its own pages. */
export function isSubjectInSight(actor: Actor, subject: FileSubject, id: string): boolean {
  switch (subject) {
    case "coaching_session":
      return has(coachingSessions, and(scope(actor, "coaching.view", coachingSessions), withId(coachingSessions, id)));
    case "action":
      return has(
        actions,
        and(scope(actor, "plan.view", actions), eq(actions.id, id), isNull(actions.deletedAt), published(actor)),
      );
    // The photographed sheet carries signatures too.
    case "workshop":
    case "workshop_signature":
      return has(workshops, and(scope(actor, "workshop.hold", workshops), withId(workshops, id)));
    case "resource":
      // Every file of every version, for whoever may read its history; readers have an address of their own.
      return has(resources, and(scope(actor, "resource.edit", { ownerId: resources.ownerId }), withId(resources, id)));
    case "organisation":
      return has(organisations, eq(organisations.id, id));
    case "user":
      return id === actor.userId || has(memberships, and(eq(memberships.userId, id), worksWith(actor)));
  }
}

/** What hangs on a draft is read by those who read drafts. */
function published(actor: Actor): SQL | undefined {
  return or(isNotNull(actions.publishedAt), scope(actor, "plan.seeDraft", { ownerId: actions.ownerId }));
}

function withId(table: typeof coachingSessions | typeof resources | typeof workshops, id: string): SQL | undefined {
  return and(eq(table.id, id), isNull(table.deletedAt));
}

/** A person's photo is for those of the same organisations, and for the providers that these follow. */
function worksWith(actor: Actor): SQL {
  return inArray(memberships.organisationId, officesAround(actor));
}

function officesAround(actor: Actor): string[] {
  const own = [...actor.memberships, ...actor.below].map((grant) => grant.organisationId);
  if (actor.providerIds.length === 0) return own;
  const followed = db()
    .select({ ownerId: providers.ownerId })
    .from(providers)
    .where(inArray(providers.id, [...actor.providerIds]));
  return [...own, ...followed.all().map((row) => row.ownerId)];
}

function has(table: SQLiteTable, condition: SQL | undefined): boolean {
  return db().select().from(table).where(condition).limit(1).get() !== undefined;
}
