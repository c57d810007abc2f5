import { and, count, desc, eq, gte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { workshopFeedback, workshopRegistrations, workshops } from "~/db/schema/workshops.server";

const pageSize = 200;

const columns = {
  id: workshopFeedback.id,
  createdAt: workshopFeedback.createdAt,
  heldOn: workshops.heldOn,
  title: workshops.title,
  theme: sql<string | null>`json_extract(${workshops.themes}, '$[0]')`,
  moment: workshopFeedback.moment,
  usefulness: workshopFeedback.usefulness,
  pace: workshopFeedback.pace,
  wouldRecommend: workshopFeedback.wouldRecommend,
  deed: workshopFeedback.deed,
  comment: workshopFeedback.comment,
  isQuotable: workshopFeedback.isQuotable,
};

/** The last row of the page before. */
export interface FeedbackCursor {
  createdAt: number;
  id: string;
}

/** The opinions of the actor's own offices on the workshops held since a day (ISO), the last given first; a name only of whoever may be quoted. */
export function listFeedback(actor: Actor, since: string, after?: FeedbackCursor) {
  const { createdAt, id } = workshopFeedback;
  const rows = db()
    .select({
      ...columns,
      ownerId: workshops.ownerId,
      person: workshopRegistrations.name,
      establishment: workshopRegistrations.establishment,
    })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopFeedback.registrationId))
    .where(and(given(actor, since), after ? sql`(${createdAt}, ${id}) < (${after.createdAt}, ${after.id})` : undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize).map(({ ownerId, person, establishment, ...row }) => {
    const isNamed = row.isQuotable && can(actor, "workshop.people", { ownerId });
    return { ...row, who: isNamed ? [person, establishment].filter(Boolean).join(", ") : "" };
  });
  return { rows: page, next: rows.length > pageSize ? page.at(-1) : undefined };
}

/** How many opinions that is. */
export function countFeedback(actor: Actor, since: string): number {
  const row = db()
    .select({ rows: count() })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopFeedback.registrationId))
    .where(given(actor, since))
    .get();
  return row?.rows ?? 0;
}

const given = (actor: Actor, since: string) =>
  and(scope(actor, "workshop.export", workshopFeedback), gte(workshops.heldOn, since));
