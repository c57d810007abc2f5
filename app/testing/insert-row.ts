import { sqlite } from "~/db/client.server";

/** A row of a table written by hand; what is not said is the table's own default. */
export function insertRow(table: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  sqlite()
    .prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`)
    .run(Object.values(row));
}
