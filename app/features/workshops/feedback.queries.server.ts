import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, ownersWhere } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { workshopFeedback, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { NotFoundError } from "~/lib/errors";

const answers = sql<number>`sum(${workshopFeedback.moment} = 'end')`;
const later = sql<number>`sum(${workshopFeedback.moment} = 'later')`;

/**
 * Opinions since a day (ISO), by the workshop's main theme: answers at the end, mean usefulness, whose pace was
 * right of those who said, who would recommend of those who said, and answers to the second question.
 */
export function listFeedbackByTheme(actor: Actor, since: string) {
  return db()
    .select({
      theme: sql<string | null>`json_extract(${workshops.themes}, '$[0]')`,
      answers,
      usefulness: sql<number | null>`avg(${workshopFeedback.usefulness})`,
      right: sql<number>`coalesce(sum(${workshopFeedback.pace} = 'right'), 0)`,
      paced: sql<number>`count(${workshopFeedback.pace})`,
      recommend: sql<number>`coalesce(sum(${workshopFeedback.wouldRecommend}), 0)`,
      asked: sql<number>`count(${workshopFeedback.wouldRecommend})`,
      later,
    })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .where(and(scope(actor, "workshop.feedback", workshopFeedback), gte(workshops.heldOn, since)))
    .groupBy(sql`1`)
    .orderBy(sql`2 DESC`)
    .all();
}

/** The same by month of the workshop. */
export function listFeedbackByMonth(actor: Actor, since: string) {
  return db()
    .select({
      month: sql<string>`substr(${workshops.heldOn}, 1, 7)`,
      answers,
      usefulness: sql<number | null>`avg(${workshopFeedback.usefulness})`,
      later,
    })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .where(and(scope(actor, "workshop.feedback", workshopFeedback), gte(workshops.heldOn, since)))
    .groupBy(sql`1`)
    .orderBy(desc(sql`1`))
    .all();
}

/** What was written, the last first; from outside the office only what may be quoted; a name goes with it only where it may be, and for whom names are. */
export function listFeedbackWords(actor: Actor, since: string) {
  const rows = db()
    .select({ feedback: workshopFeedback, title: workshops.title, ownerId: workshops.ownerId, person: workshopRegistrations })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopFeedback.registrationId))
    .where(
      and(
        scope(actor, "workshop.feedback", workshopFeedback),
        gte(workshops.heldOn, since),
        sql`${workshopFeedback.deed} || ${workshopFeedback.comment} <> ''`,
      ),
    )
    .orderBy(desc(workshopFeedback.createdAt))
    .limit(60)
    .all();
  return rows.flatMap(({ feedback, title, ownerId, person }) => {
    const isInside = can(actor, "workshop.people", { ownerId });
    if (!isInside && !feedback.isQuotable) return [];
    const isNamed = feedback.isQuotable && isInside;
    return {
      id: feedback.id,
      title,
      moment: feedback.moment,
      deed: feedback.deed,
      comment: feedback.comment,
      isQuotable: feedback.isQuotable,
      who: isNamed ? [person.name, person.establishment].filter(Boolean).join(", ") : "",
    };
  });
}

/** People present at the workshops held since a day: whom feedback was asked of. Throws NotFoundError for whoever reads none. */
export function countPresent(actor: Actor, since: string): number {
  if (ownersWhere(actor, "workshop.feedback").length === 0) throw new NotFoundError("feedback");
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(
      and(
        scope(actor, "workshop.feedback", workshops),
        eq(workshops.state, "held"),
        gte(workshops.heldOn, since),
        eq(workshopRegistrations.presence, "present"),
      ),
    )
    .get();
  return row?.count ?? 0;
}
