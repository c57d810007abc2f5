import { type SQL, sql } from "drizzle-orm";

/**
 * Whoever was expected at a row of `coaching_sessions`, by name: businesses, colleagues, offices, people who are not recorded,
 * each once however many came for it. A subquery of one column, `name`, for the FROM of another.
 */
export const sessionNames = (limit = -1): SQL =>
  sql`(SELECT coalesce(p.name, u.name, o.name, sp.name, '') AS name FROM session_participants sp
    LEFT JOIN providers p ON p.id = sp.provider_id LEFT JOIN users u ON u.id = sp.user_id
    LEFT JOIN organisations o ON o.id = sp.organisation_id WHERE sp.session_id = coaching_sessions.id
    GROUP BY coalesce(sp.provider_id, sp.user_id, sp.organisation_id, sp.name) ORDER BY name LIMIT ${limit})`;
