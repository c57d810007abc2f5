import { rmSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";
import { jobs } from "~/db/schema/work.server";
import { namesPeople } from "./model";
import { exportPayload } from "./queries.server";
import { exportPath } from "./storage.server";

/**
 * Takes back the files that may hold somebody who was just forgotten, in the transaction that is open: those of lists
 * that name people, asked for by whoever has or had a role at one of these organisations or above. The file goes at
 * once; its page says why. One that is being written is dropped at its end; one that waits is written without them.
 */
export function withdrawExports(owners: readonly string[], at: number): void {
  const readers = listReaders(owners);
  const rows = db()
    .select({ id: jobs.id, payload: jobs.payload, state: jobs.state })
    .from(jobs)
    .where(eq(jobs.kind, "export.write"))
    .all();
  for (const { id, payload, state } of rows) {
    const asked = exportPayload.parse(JSON.parse(payload));
    if (asked.withdrawnAt !== undefined || !namesPeople(asked.list) || !readers.has(asked.userId)) continue;
    if (state !== "waiting") markWithdrawn(id, at);
    for (const path of [exportPath(id), `${exportPath(id)}.part`]) rmSync(path, { force: true });
  }
}

function markWithdrawn(id: string, at: number): void {
  db()
    .update(jobs)
    .set({ payload: sql`json_set(${jobs.payload}, '$.withdrawnAt', ${at})` })
    .where(eq(jobs.id, id))
    .run();
}

/** A coordinator's rows behind a figure may name the providers of an office that shares them. */
function listReaders(owners: readonly string[]): Set<string> {
  const given = sql.join(
    owners.map((id) => sql`SELECT ${id}`),
    sql` UNION `,
  );
  const above = sql`WITH RECURSIVE above (id) AS (${given} UNION
    SELECT o.parent_id FROM organisations o JOIN above ON above.id = o.id WHERE o.parent_id IS NOT NULL) SELECT id FROM above`;
  const rows = db()
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .where(sql`${memberships.organisationId} IN (${above})`)
    .all();
  return new Set(rows.map((row) => row.userId));
}
