import { and, type Column, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { coachingSessions, sessionShares } from "~/db/schema/coaching.server";
import type { SessionFilter } from "./log-filter.server";
import { withGuests, withOwnPeople } from "./log-people.server";

const { id, ownerId, supports, durationMinutes } = coachingSessions;

/**
 * What the offices of the filter count of a session of the log: all of it where it is one office's alone,
 * else the shares of those that the filter reads. `isOwn` is 0 where another office held it.
 */
export function countedParts(actor: Actor, filter: SessionFilter, permission: Permission = "coaching.list") {
  const owners = officesInScope(actor, permission, filter.office);
  const isOwn = sql<number>`(${inArray(ownerId, [...owners, ""])})`;
  if (!takesShares(owners)) return { isOwn, supports: sql<number>`${supports}`, minutes: sql<number>`${durationMinutes}` };
  const counted = countedShares(actor, { filter, owners, permission });
  return {
    isOwn,
    supports: part(counted, [sessionShares.supports, supports]),
    minutes: part(counted, [sessionShares.minutes, durationMinutes]),
  };
}

const part = (counted: SQL | undefined, [share, whole]: [Column, Column]) =>
  sql<number>`(CASE WHEN EXISTS (SELECT 1 FROM ${sessionShares} WHERE ${sessionShares.sessionId} = ${id})
    THEN (SELECT coalesce(sum(${share}), 0) FROM ${sessionShares} WHERE ${and(eq(sessionShares.sessionId, id), counted)}) ELSE ${whole} END)`;

interface Read {
  filter: SessionFilter;
  owners: readonly string[];
  permission: Permission;
}

/** The shares that these offices read under the filter: rows of `session_shares`, beside the session that they are of. */
export function countedShares(actor: Actor, { filter, owners, permission }: Read): SQL | undefined {
  const isOwnShare = eq(sessionShares.organisationId, ownerId);
  const own = and(isOwnShare, withOwnPeople(actor, filter, permission));
  const others = and(ne(sessionShares.organisationId, ownerId), withGuests(actor, filter, permission));
  return and(inArray(sessionShares.organisationId, [...owners]), filter.held === "own" ? own : or(own, others));
}

/** Whether these offices share any session: without, every row is whole and nothing is asked of shares. */
export function takesShares(owners: readonly string[]): boolean {
  return keptReading(`coaching.takesShares ${owners.join()}`, () => readShares(owners));
}

function readShares(owners: readonly string[]): boolean {
  const one = db()
    .select({ id: sessionShares.sessionId })
    .from(sessionShares)
    .where(inArray(sessionShares.organisationId, [...owners]))
    .limit(1)
    .get();
  return one !== undefined;
}
