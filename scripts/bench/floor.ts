import { createHash } from "node:crypto";
import type Database from "better-sqlite3";

// The floor: the same rows by SQL written by hand, prepared once, through better-sqlite3 alone.

export interface FloorSession {
  id: string;
  title: string | null;
  held_on: string;
  duration_minutes: number;
  channel: string | null;
  theme: string | null;
  facilitator: string;
  who: string | null;
}

const listSql = `
  SELECT s.id, s.kind, s.other_work_kind, s.title, s.held_on, s.duration_minutes, s.channel, s.theme, s.supports, s.is_complete,
    u.name AS facilitator,
    (SELECT group_concat(coalesce(p.name, x.name, ''), ', ') FROM session_participants x
      LEFT JOIN providers p ON p.id = x.provider_id WHERE x.session_id = s.id) AS who
  FROM coaching_sessions s JOIN users u ON u.id = s.facilitator_id
  WHERE s.owner_id = ? AND s.deleted_at IS NULL ORDER BY s.held_on DESC, s.id DESC LIMIT 51`;
const totalsSql = `
  SELECT sum(kind <> 'other_work') AS sessions, sum(supports) AS supports,
    sum(CASE WHEN kind <> 'other_work' THEN duration_minutes ELSE 0 END) AS minutes,
    sum(CASE WHEN kind <> 'other_work' THEN preparation_minutes ELSE 0 END) AS preparation,
    sum(CASE WHEN kind <> 'other_work' THEN travel_minutes ELSE 0 END) AS travel,
    sum(CASE WHEN kind <> 'other_work' THEN travel_kilometres ELSE 0 END) AS kilometres,
    sum(kind = 'other_work') AS others, sum(CASE WHEN kind = 'other_work' THEN duration_minutes ELSE 0 END) AS other_minutes,
    (SELECT count(DISTINCT provider_id) FROM provider_months WHERE owner_id = @owner) AS providers
  FROM coaching_sessions WHERE owner_id = @owner AND deleted_at IS NULL`;
const providersSql = `
  SELECT p.id, p.name, p.kind, c.name AS commune, u.name AS referent, p.last_support_on
  FROM providers p LEFT JOIN communes c ON c.insee_code = p.insee_code LEFT JOIN users u ON u.id = p.referent_id
  WHERE p.owner_id = ? AND p.deleted_at IS NULL ORDER BY p.name, p.id LIMIT 51`;
const searchSql = `
  SELECT p.id, p.name, p.kind, c.name AS commune FROM providers p LEFT JOIN communes c ON c.insee_code = p.insee_code
  WHERE p.owner_id = ? AND p.deleted_at IS NULL AND p.search_text LIKE ? ORDER BY p.last_support_on DESC, p.name LIMIT 12`;

/** The reads of the floor; every one takes the office's id. */
export function floorReads(connection: Database.Database) {
  const list = connection.prepare<[string], FloorSession>(listSql);
  const totals = connection.prepare<[{ owner: string }], Record<string, number>>(totalsSql);
  const providers = connection.prepare<[string], Record<string, string | null>>(providersSql);
  const count = connection.prepare<[string], number>("SELECT count(*) FROM providers WHERE owner_id = ? AND deleted_at IS NULL");
  const search = connection.prepare<[string, string], Record<string, string | null>>(searchSql);
  return {
    list: (owner: string) => list.all(owner),
    totals: (owner: string) => totals.get({ owner }),
    providers: (owner: string) => ({ rows: providers.all(owner), count: count.pluck().get(owner) }),
    search: (owner: string, word: string) => search.all(owner, `%${word}%`),
  };
}

export interface FloorSave {
  id: string;
  owner: string;
  user: string;
  provider: string;
  day: string;
}

const saveSql = [
  `INSERT INTO coaching_sessions (id, owner_id, kind, held_on, zone, duration_minutes, channel, theme, note, facilitator_id,
    is_complete, supports, created_by_id, created_at)
   VALUES (@id, @owner, 'individual', @day, 'Europe/Paris', 45, 'visit', 'website', 'Vu ensemble.', @user, 1, 1, @user, @at)`,
  "INSERT INTO session_participants (id, session_id, provider_id, presence) VALUES (@id, @id, @provider, 'present')",
  "INSERT INTO session_facilitators (session_id, user_id) VALUES (@id, @user)",
  "INSERT INTO session_establishments (session_id, establishment_id) SELECT @id, id FROM establishments WHERE provider_id = @provider",
  `INSERT INTO month_summaries VALUES (@owner, @month, 'individual', 'website', 'visit', 1, 0, 1, 45, 0, 0, 0, 0, 0)
   ON CONFLICT DO UPDATE SET sessions = sessions + 1, supports = supports + 1, minutes = minutes + 45`,
  `INSERT INTO provider_months VALUES (@owner, @month, @provider, 1, 1)
   ON CONFLICT DO UPDATE SET supports = supports + 1, sessions = sessions + 1`,
  `INSERT INTO facilitator_months VALUES (@owner, @month, @user, 1, 1, 45, 0, 0, 0)
   ON CONFLICT DO UPDATE SET sessions = sessions + 1, supports = supports + 1, contact_minutes = contact_minutes + 45`,
  `UPDATE providers SET first_support_on = min(coalesce(first_support_on, @day), @day),
    last_support_on = max(coalesce(last_support_on, @day), @day) WHERE id = @provider`,
  `INSERT INTO idempotency_keys (actor_id, command, id, input_hash, result, created_at)
   VALUES (@user, 'coaching.log', @id, @hash, '{}', @at)`,
  `INSERT INTO audit_entries (actor_id, command, subject_id, owner_id, at, hash)
   VALUES (@user, 'coaching.log', @id, @owner, @at, @hash)`,
];

/** Saves one session as the product does: its rows, three summaries, the key and a chained audit entry, in one transaction. */
export function floorSave(connection: Database.Database): (given: FloorSave) => void {
  const statements = saveSql.map((text) => connection.prepare(text));
  const last = connection.prepare<[], string>("SELECT hash FROM audit_entries ORDER BY id DESC LIMIT 1").pluck();
  const save = connection.transaction((given: FloorSave) => {
    const hash = createHash("sha256")
      .update(`${last.get() ?? ""}${JSON.stringify(given)}`)
      .digest("hex");
    const row = { ...given, month: given.day.slice(0, 7), at: Date.now(), hash };
    for (const statement of statements) statement.run(row);
  });
  return (given) => save.immediate(given);
}
