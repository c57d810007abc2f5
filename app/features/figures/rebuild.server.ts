import type Database from "better-sqlite3";

// The summaries computed anew from the facts, in SQL alone: `npm run figures -- --check` proves that
// what the commands kept is equal to this, and the bench fills its files with it.

/** Deleted sessions count no more, nor those taken over from a file that is kept out of the figures. */
const counted = "s.deleted_at IS NULL AND s.is_counted = 1";
const present = "p.presence = 'present'";

/** One row a session: its presences counted. */
const presences = `
  SELECT s.id AS session_id,
    COALESCE(SUM(p.presence = 'excused'), 0) AS excused,
    COALESCE(SUM(p.presence = 'absent'), 0) AS absent
  FROM coaching_sessions s LEFT JOIN session_participants p ON p.session_id = s.id
  WHERE ${counted} GROUP BY s.id`;

const recomputed = {
  month_summaries: `
    SELECT s.owner_id, substr(s.held_on, 1, 7) AS month, s.kind, COALESCE(s.theme, '') AS theme, COALESCE(s.channel, '') AS channel,
      COUNT(*) AS sessions,
      SUM(s.kind = 'individual' AND s.duration_minutes <= o.short_advice_minutes) AS short_advices,
      SUM(s.supports) AS supports, SUM(s.duration_minutes) AS minutes,
      SUM(s.preparation_minutes) AS preparation_minutes, SUM(s.travel_minutes) AS travel_minutes,
      SUM(s.travel_kilometres) AS travel_kilometres, SUM(x.excused) AS excused, SUM(x.absent) AS absent
    FROM coaching_sessions s JOIN organisations o ON o.id = s.owner_id JOIN (${presences}) x ON x.session_id = s.id
    WHERE ${counted} GROUP BY 1, 2, 3, 4, 5`,
  provider_months: `
    SELECT s.owner_id, substr(s.held_on, 1, 7) AS month, p.provider_id, COUNT(*) AS supports, COUNT(DISTINCT s.id) AS sessions
    FROM coaching_sessions s JOIN session_participants p ON p.session_id = s.id
    WHERE ${counted} AND ${present} AND p.provider_id IS NOT NULL AND s.kind <> 'other_work' GROUP BY 1, 2, 3`,
  facilitator_months: `
    SELECT s.owner_id, substr(s.held_on, 1, 7) AS month, f.user_id AS facilitator_id,
      SUM(s.kind <> 'other_work') AS sessions, SUM(s.supports) AS supports,
      SUM(CASE WHEN s.kind <> 'other_work' THEN s.duration_minutes ELSE 0 END) AS contact_minutes,
      SUM(s.preparation_minutes) AS preparation_minutes, SUM(s.travel_minutes) AS travel_minutes,
      SUM(CASE WHEN s.kind = 'other_work' THEN s.duration_minutes ELSE 0 END) AS other_minutes
    FROM coaching_sessions s JOIN session_facilitators f ON f.session_id = s.id
    WHERE ${counted} GROUP BY 1, 2, 3`,
} as const;

/** Rows whose counts are all nought say nothing; the commands may leave them behind. */
const meaningful = {
  month_summaries: "WHERE sessions <> 0",
  provider_months: "WHERE sessions <> 0",
  facilitator_months: "WHERE sessions <> 0 OR contact_minutes <> 0 OR other_minutes <> 0 OR preparation_minutes <> 0",
} as const;

export type SummaryTable = keyof typeof recomputed;
const tables: readonly SummaryTable[] = ["month_summaries", "provider_months", "facilitator_months"];

const supportDays = `
  SELECT p.provider_id AS id, MIN(s.held_on) AS first_on, MAX(s.held_on) AS last_on
  FROM session_participants p JOIN coaching_sessions s ON s.id = p.session_id
  WHERE ${counted} AND ${present} AND p.provider_id IS NOT NULL AND s.kind <> 'other_work' GROUP BY 1`;

/** Empties the summaries and fills them from the facts. */
export function rebuildFigures(connection: Database.Database): void {
  const rebuild = connection.transaction(() => {
    for (const table of tables) connection.exec(`DELETE FROM ${table}; INSERT INTO ${table} ${recomputed[table]}`);
    connection.exec(`
      UPDATE providers SET first_support_on = NULL, last_support_on = NULL WHERE first_support_on IS NOT NULL;
      UPDATE providers SET first_support_on = d.first_on, last_support_on = d.last_on FROM (${supportDays}) d WHERE d.id = providers.id`);
  });
  rebuild.immediate();
}

/** The same for one office, inside the caller's transaction. */
export function rebuildOffice(connection: Database.Database, ownerId: string): void {
  const owned = "s.deleted_at IS NULL AND s.owner_id = @ownerId";
  const ofOffice = (text: string) => text.replaceAll("s.deleted_at IS NULL", owned);
  for (const table of tables) {
    connection.prepare(`DELETE FROM ${table} WHERE owner_id = @ownerId`).run({ ownerId });
    connection.prepare(`INSERT INTO ${table} ${ofOffice(recomputed[table])}`).run({ ownerId });
  }
  connection
    .prepare(
      "UPDATE providers SET first_support_on = NULL, last_support_on = NULL WHERE owner_id = @ownerId AND first_support_on IS NOT NULL",
    )
    .run({ ownerId });
  connection
    .prepare(
      `UPDATE providers SET first_support_on = d.first_on, last_support_on = d.last_on FROM (${ofOffice(supportDays)}) d WHERE d.id = providers.id`,
    )
    .run({ ownerId });
}

export interface FigureDifference {
  table: string;
  side: "kept" | "recomputed";
  row: unknown;
}

/** Every summary row that differs from the facts; empty when all are equal. */
export function checkFigures(connection: Database.Database): FigureDifference[] {
  const differences: FigureDifference[] = [];
  for (const table of tables) {
    const kept = `SELECT * FROM ${table} ${meaningful[table]}`;
    const again = `SELECT * FROM (${recomputed[table]}) ${meaningful[table]}`;
    for (const row of connection.prepare(`${kept} EXCEPT ${again}`).all()) differences.push({ table, side: "kept", row });
    for (const row of connection.prepare(`${again} EXCEPT ${kept}`).all()) differences.push({ table, side: "recomputed", row });
  }
  const keptDays = "SELECT id, first_support_on, last_support_on FROM providers WHERE first_support_on IS NOT NULL";
  for (const row of connection.prepare(`${keptDays} EXCEPT ${supportDays}`).all())
    differences.push({ table: "providers", side: "kept", row });
  for (const row of connection.prepare(`${supportDays} EXCEPT ${keptDays}`).all())
    differences.push({ table: "providers", side: "recomputed", row });
  return differences;
}
