import { and, eq, inArray } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { providerMonths } from "~/db/schema/figures.server";
import { refreshSupportDays } from "./commands.server";

/** The provider summaries of merged providers, written again from the facts; inside the merge's transaction. */
export function refreshFiguresOfMerged(ownerId: string, providerIds: string[]): void {
  db()
    .delete(providerMonths)
    .where(and(eq(providerMonths.ownerId, ownerId), inArray(providerMonths.providerId, providerIds)))
    .run();
  const again = sqlite().prepare(`
    INSERT INTO provider_months (owner_id, month, provider_id, supports, sessions)
    SELECT @ownerId, substr(s.held_on, 1, 7), a.provider_id, COUNT(*), COUNT(DISTINCT s.id)
    FROM (
      SELECT provider_id, session_id FROM session_participants WHERE provider_id = @id AND presence = 'present'
      UNION ALL SELECT provider_id, session_id FROM session_guests WHERE provider_id = @id
    ) a JOIN coaching_sessions s ON s.id = a.session_id
    WHERE s.deleted_at IS NULL AND s.is_counted = 1 AND s.kind <> 'other_work'
    GROUP BY 1, 2, 3`);
  for (const id of providerIds) again.run({ id, ownerId });
  refreshSupportDays(providerIds);
}
