import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { builtOnce } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";

/** The actor's own memberships on a day: hours granted per full year and working days (1 Monday to 7 Sunday). */
export function listOwnMemberships(actor: Actor, day: string) {
  return membershipsOf().all({ user: actor.userId, day });
}

const membershipsOf = builtOnce((orm) => {
  const { userId, startsOn, endsOn, hoursPerYear, workingDays } = memberships;
  const day = sql.placeholder("day");
  return orm
    .select({ hoursPerYear, workingDays })
    .from(memberships)
    .where(and(eq(userId, sql.placeholder("user")), lte(startsOn, day), or(isNull(endsOn), gte(endsOn, day))))
    .prepare();
});
