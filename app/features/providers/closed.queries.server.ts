import { and, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { providerClosures } from "~/db/schema/figures.server";

/** A closure that covers the day (ISO). */
export function coversDay(day: string): SQL | undefined {
  const { fromOn, toOn } = providerClosures;
  return and(lte(fromOn, day), or(isNull(toOn), gt(toOn, day)));
}

/** Providers of these offices whose every establishment is closed or sold on that day (ISO), as a subquery of ids. */
export function closedOn(owners: readonly string[], day: string): SQL {
  const { providerId, ownerId } = providerClosures;
  return sql`SELECT ${providerId} FROM ${providerClosures} WHERE ${and(inArray(ownerId, [...owners]), coversDay(day))}`;
}
