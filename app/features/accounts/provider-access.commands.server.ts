import { and, eq, gte, isNull, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { pageLinks, providerAccesses } from "~/db/schema/accounts.server";
import { addDays } from "~/lib/dates";

/**
 * Ends every login's access to a provider from this day on (the day itself is out), and revokes its page
 * links; inside a command's own transaction.
 */
export function endProviderAccesses(providerId: string, day: string, at: number): void {
  const { endsOn } = providerAccesses;
  db()
    .update(providerAccesses)
    .set({ endsOn: addDays(day, -1) })
    .where(and(eq(providerAccesses.providerId, providerId), or(isNull(endsOn), gte(endsOn, day))))
    .run();
  db()
    .update(pageLinks)
    .set({ revokedAt: at })
    .where(and(eq(pageLinks.providerId, providerId), isNull(pageLinks.revokedAt)))
    .run();
}
