import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { establishmentStates, establishments } from "~/db/schema/providers.server";

/** Providers of these offices whose every establishment is closed or sold on that day (ISO), as a subquery of ids. */
export function closedOn(owners: readonly string[], day: string): SQL {
  const state = sql`(SELECT ${establishmentStates.state} IN ('closed', 'sold') FROM ${establishmentStates}
    WHERE ${establishmentStates.establishmentId} = ${establishments.id} AND ${establishmentStates.fromOn} <= ${day}
    ORDER BY ${establishmentStates.fromOn} DESC LIMIT 1)`;
  return sql`SELECT ${establishments.providerId} FROM ${establishments}
    WHERE ${and(inArray(establishments.ownerId, [...owners]), isNull(establishments.deletedAt))}
    GROUP BY ${establishments.providerId} HAVING min(coalesce(${state}, 0)) = 1`;
}
