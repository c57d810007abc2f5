import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";

/** The actor's own memberships on a day: hours granted per full year and working days (1 Monday to 7 Sunday). */
export function listOwnMemberships(actor: Actor, day: string) {
  return db()
    .select({ hoursPerYear: memberships.hoursPerYear, workingDays: memberships.workingDays })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, actor.userId),
        lte(memberships.startsOn, day),
        or(isNull(memberships.endsOn), gte(memberships.endsOn, day)),
      ),
    )
    .all();
}
