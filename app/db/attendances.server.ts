import { sql } from "drizzle-orm";
import { sessionGuests, sessionParticipants } from "./schema/coaching.server";

/**
 * Who was there for a provider, one row a person: `attendances.provider_id` and `.session_id`. Those of
 * the session's own office, and the guests of a pooled one.
 */
export const attendances = sql`(SELECT ${sessionParticipants.providerId}, ${sessionParticipants.sessionId} FROM ${sessionParticipants}
  WHERE ${sessionParticipants.presence} = 'present' AND ${sessionParticipants.providerId} IS NOT NULL
  UNION ALL SELECT ${sessionGuests.providerId}, ${sessionGuests.sessionId} FROM ${sessionGuests}) AS attendances`;
