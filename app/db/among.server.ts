import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether a column is among these ids, given as one JSON text: the query stays the same however many they are. */
export const isAmong = (column: SQLWrapper, ids: readonly string[] | Placeholder): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${"name" in ids ? ids : JSON.stringify(ids)}))`;
