import type Database from "better-sqlite3";

const columns = {
  organisations: "id, parent_id, kind, name, slug, created_at",
  users: "id, email, name, locale, current_organisation_id, created_at",
  memberships: "id, user_id, organisation_id, role, starts_on, hours_per_year, created_at",
  providers: "id, owner_id, name, referent_id, search_text, kind, insee_code, created_by_id, created_at",
  establishments: "id, owner_id, provider_id, name, kind, is_main, insee_code, postcode, created_at",
  establishment_states: "id, establishment_id, state, from_on, created_at",
  contacts: "id, owner_id, provider_id, name, email, phone, created_at",
  action_plans: "id, owner_id, provider_id, created_at",
  actions:
    "id, owner_id, plan_id, provider_id, title, theme, position, due_on, state, done_on, created_by_id, created_at, published_at",
  coaching_sessions:
    "id, owner_id, kind, other_work_kind, title, held_on, zone, duration_minutes, preparation_minutes, travel_minutes, channel, theme, note, head_count, facilitator_id, is_complete, supports, created_by_id, created_at",
  session_facilitators: "session_id, user_id",
  session_participants: "id, session_id, provider_id, presence",
  session_establishments: "session_id, establishment_id",
} as const;

type Table = keyof typeof columns;
type Value = string | number | null;
export type Insert = (table: Table, ...values: Value[]) => void;

/** One prepared insertion a table, its values in the order of the columns above. */
export function inserters(connection: Database.Database): Insert {
  const statements = new Map<string, Database.Statement<Value[]>>();
  for (const [table, names] of Object.entries(columns)) {
    const places = names.replace(/\w+/g, "?");
    statements.set(table, connection.prepare<Value[]>(`INSERT INTO ${table} (${names}) VALUES (${places})`));
  }
  return (table, ...values) => {
    statements.get(table)?.run(...values);
  };
}
