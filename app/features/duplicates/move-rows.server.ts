import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { pageLinks, providerAccesses } from "~/db/schema/accounts.server";
import { actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import { appointments } from "~/db/schema/agenda.server";
import { sessionGuests, sessionParticipants } from "~/db/schema/coaching.server";
import { notices } from "~/db/schema/notifications.server";
import { dataRequests, recordProposals } from "~/db/schema/own-data.server";
import { contacts, establishments, messages, partnerships, providerTags, referentChanges } from "~/db/schema/providers.server";
import { files, mails } from "~/db/schema/work.server";
import { workshopInvitations, workshopRegistrations } from "~/db/schema/workshops.server";
import type { Side } from "./merge.model";

/** Tables whose rows follow a provider as they are. */
export const followingTables = [
  sessionParticipants,
  sessionGuests,
  contacts,
  messages,
  providerAccesses,
  pageLinks,
  appointments,
  workshopRegistrations,
  workshopInvitations,
  actionComments,
  notices,
  recordProposals,
  dataRequests,
  mails,
  referentChanges,
] as const;

/**
 * Everything that hangs on a provider, moved to another; called inside the merge's transaction.
 * `partnership` says whose level stays for a year that both have.
 */
export function moveWhatHangsOn(fromId: string, toId: string, partnership: Side): void {
  for (const table of followingTables) {
    db().update(table).set({ providerId: toId }).where(eq(table.providerId, fromId)).run();
  }
  db().update(establishments).set({ providerId: toId, isMain: false }).where(eq(establishments.providerId, fromId)).run();
  db()
    .update(files)
    .set({ subjectId: toId })
    .where(and(eq(files.subject, "provider"), eq(files.subjectId, fromId)))
    .run();
  movePlan(fromId, toId);
  movePartnerships(fromId, toId, partnership);
  db()
    .update(providerTags)
    .set({ providerId: toId })
    .where(and(eq(providerTags.providerId, fromId), notHeldTag(toId)))
    .run();
  db().delete(providerTags).where(eq(providerTags.providerId, fromId)).run();
}

/** One plan a provider: the steps follow those that are there, or the plan itself moves. */
function movePlan(fromId: string, toId: string): void {
  const plan = (providerId: string) =>
    db().select({ id: actionPlans.id }).from(actionPlans).where(eq(actionPlans.providerId, providerId)).get();
  const from = plan(fromId);
  const to = plan(toId);
  if (!from) return;
  if (!to) {
    db().update(actionPlans).set({ providerId: toId }).where(eq(actionPlans.id, from.id)).run();
    db().update(actions).set({ providerId: toId }).where(eq(actions.planId, from.id)).run();
    return;
  }
  const last = sql`(SELECT coalesce(max(position), 0) FROM actions WHERE plan_id = ${to.id})`;
  db()
    .update(actions)
    .set({ planId: to.id, providerId: toId, position: sql`position + ${last}` })
    .where(eq(actions.planId, from.id))
    .run();
}

/** A year that both have keeps one level: the side chosen. */
function movePartnerships(fromId: string, toId: string, side: Side): void {
  const [first, second] = side === "kept" ? [toId, fromId] : [fromId, toId];
  const held = db().select({ year: partnerships.year }).from(partnerships).where(eq(partnerships.providerId, first)).all();
  const years = held.map((row) => row.year);
  db()
    .delete(partnerships)
    .where(and(eq(partnerships.providerId, second), inArray(partnerships.year, [...years, 0])))
    .run();
  db().update(partnerships).set({ providerId: toId }).where(eq(partnerships.providerId, fromId)).run();
}

const notHeldTag = (providerId: string) =>
  sql`tag_id NOT IN (SELECT tag_id FROM provider_tags WHERE provider_id = ${providerId})`;
