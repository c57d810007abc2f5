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
    SELECT s.owner_id, substr(s.held_on, 1, 7), p.provider_id, COUNT(*), COUNT(DISTINCT s.id)
    FROM session_participants p JOIN coaching_sessions s ON s.id = p.session_id
    WHERE p.provider_id = ? AND s.owner_id = ? AND s.deleted_at IS NULL AND s.is_counted = 1 AND p.presence = 'present' AND s.kind <> 'other_work'
    GROUP BY 1, 2, 3`);
  for (const id of providerIds) again.run(id, ownerId);
  refreshSupportDays(providerIds);
}
