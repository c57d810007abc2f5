import type Database from "better-sqlite3";
import { emptyNetworkSums, networkSums } from "./network-rebuild.server";

// The summaries computed anew from the facts, in SQL alone: `npm run figures -- --check` proves that
// what the commands kept is equal to this, and the bench fills its files with it.

/** Deleted sessions count no more, nor those taken over from a file that is kept out of the figures. */
const counted = "s.deleted_at IS NULL AND s.is_counted = 1";

const missing = (presence: string) =>
  `(SELECT COUNT(*) FROM session_participants p WHERE p.session_id = s.id AND p.presence = '${presence}')`;

/** Each session as each office counts it: whole at its owner, or by the shares of a pooled one. */
const parts = `
  SELECT s.owner_id AS office_id, s.held_on, s.kind, s.theme, s.channel, 1 AS sessions, s.supports, s.duration_minutes AS minutes, s.duration_minutes,
    s.preparation_minutes, s.travel_minutes, s.travel_kilometres, ${missing("excused")} AS excused, ${missing("absent")} AS absent
  FROM coaching_sessions s
  WHERE ${counted} AND NOT EXISTS (SELECT 1 FROM session_shares sh WHERE sh.session_id = s.id)
  UNION ALL
  SELECT sh.organisation_id, s.held_on, s.kind, s.theme, s.channel, sh.organisation_id = s.owner_id, sh.supports, sh.minutes, s.duration_minutes,
    iif(sh.organisation_id = s.owner_id, s.preparation_minutes, 0), iif(sh.organisation_id = s.owner_id, s.travel_minutes, 0),
    iif(sh.organisation_id = s.owner_id, s.travel_kilometres, 0), sh.excused, sh.absent
  FROM session_shares sh JOIN coaching_sessions s ON s.id = sh.session_id WHERE ${counted}`;

/** One row a person who was there for a provider, and the office that counts them. */
const attendances = `
  SELECT s.owner_id AS office_id, s.id AS session_id, s.held_on, p.provider_id
  FROM coaching_sessions s JOIN session_participants p ON p.session_id = s.id
  WHERE ${counted} AND p.presence = 'present' AND p.provider_id IS NOT NULL AND s.kind <> 'other_work'
  UNION ALL
  SELECT g.organisation_id, s.id, s.held_on, g.provider_id
  FROM coaching_sessions s JOIN session_guests g ON g.session_id = s.id WHERE ${counted} AND s.kind <> 'other_work'`;

const recomputed = {
  month_summaries: `
    SELECT p.office_id AS owner_id, substr(p.held_on, 1, 7) AS month, p.kind, COALESCE(p.theme, '') AS theme, COALESCE(p.channel, '') AS channel,
      SUM(p.sessions) AS sessions,
      SUM(p.sessions AND p.kind = 'individual' AND p.duration_minutes <= o.short_advice_minutes) AS short_advices,
      SUM(p.supports) AS supports, SUM(p.minutes) AS minutes,
      SUM(p.preparation_minutes) AS preparation_minutes, SUM(p.travel_minutes) AS travel_minutes,
      SUM(p.travel_kilometres) AS travel_kilometres, SUM(p.excused) AS excused, SUM(p.absent) AS absent
    FROM (${parts}) p JOIN organisations o ON o.id = p.office_id GROUP BY 1, 2, 3, 4, 5`,
  provider_months: `
    SELECT a.office_id AS owner_id, substr(a.held_on, 1, 7) AS month, a.provider_id, COUNT(*) AS supports, COUNT(DISTINCT a.session_id) AS sessions
    FROM (${attendances}) a GROUP BY 1, 2, 3`,
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
  month_summaries: "WHERE sessions <> 0 OR supports <> 0 OR excused <> 0 OR absent <> 0",
  provider_months: "WHERE sessions <> 0",
  facilitator_months: "WHERE sessions <> 0 OR contact_minutes <> 0 OR other_minutes <> 0 OR preparation_minutes <> 0",
} as const;

export type SummaryTable = keyof typeof recomputed;
const tables: readonly SummaryTable[] = ["month_summaries", "provider_months", "facilitator_months"];

const supportDays = `
  SELECT a.provider_id AS id, MIN(a.held_on) AS first_on, MAX(a.held_on) AS last_on FROM (${attendances}) a GROUP BY 1`;

/** Empties the summaries and fills them from the facts. */
export function rebuildFigures(connection: Database.Database): void {
  const rebuild = connection.transaction(() => {
    for (const table of tables) connection.exec(`DELETE FROM ${table}`);
    connection.exec(emptyNetworkSums);
    for (const table of tables) connection.exec(`INSERT INTO ${table} ${recomputed[table]}`);
    connection.exec(`
      UPDATE providers SET first_support_on = NULL, last_support_on = NULL WHERE first_support_on IS NOT NULL;
      UPDATE providers SET first_support_on = d.first_on, last_support_on = d.last_on FROM (${supportDays}) d WHERE d.id = providers.id`);
  });
  rebuild.immediate();
}

/** The same for one office, inside the caller's transaction. */
export function rebuildOffice(connection: Database.Database, ownerId: string): void {
  for (const table of tables) {
    connection.prepare(`DELETE FROM ${table} WHERE owner_id = @ownerId`).run({ ownerId });
    connection.prepare(`INSERT INTO ${table} SELECT * FROM (${recomputed[table]}) WHERE owner_id = @ownerId`).run({ ownerId });
  }
  connection
    .prepare(
      "UPDATE providers SET first_support_on = NULL, last_support_on = NULL WHERE owner_id = @ownerId AND first_support_on IS NOT NULL",
    )
    .run({ ownerId });
  connection
    .prepare(
      `UPDATE providers SET first_support_on = d.first_on, last_support_on = d.last_on
       FROM (SELECT * FROM (${supportDays}) WHERE id IN (SELECT id FROM providers WHERE owner_id = @ownerId)) d WHERE d.id = providers.id`,
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
  const summaries = tables.map((table) => ({ table, recomputed: recomputed[table], meaningful: meaningful[table] }));
  const days = "SELECT id, first_support_on AS first_on, last_support_on AS last_on FROM providers";
  return [
    ...[...summaries, ...networkSums].flatMap((sums) => {
      const again = `SELECT * FROM (${sums.recomputed}) ${sums.meaningful}`;
      return differencesOf(connection, sums.table, [`SELECT * FROM ${sums.table} ${sums.meaningful}`, again]);
    }),
    ...differencesOf(connection, "providers", [`${days} WHERE first_support_on IS NOT NULL`, supportDays]),
  ];
}

function differencesOf(connection: Database.Database, table: string, [kept, again]: [string, string]): FigureDifference[] {
  const rowsOf = (side: FigureDifference["side"], one: string, other: string) =>
    connection
      .prepare(`${one} EXCEPT ${other}`)
      .all()
      .map((row) => ({ table, side, row }));
  return [...rowsOf("kept", kept, again), ...rowsOf("recomputed", again, kept)];
}
