import { and, eq, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { imports } from "~/db/schema/imports.server";
import { RuleError } from "~/lib/errors";
import { findImportRow, type ImportRow } from "./stored.server";

export type Import = Authorized<{ id: string; ownerId: string }, "provider.import">;

/** A change of one import, its row read and the question asked again inside the transaction. */
export function changing(actor: Actor, row: Import) {
  const subject = { permission: "provider.import" as const, reread: () => findImportRow(row.id) };
  return (command: { name: string; input: unknown }, work: (current: ImportRow, now: number) => void): void => {
    run(actor, { ...command, id: row.id, ownerId: row.ownerId, subject, isOnce: false }, ({ now }) => {
      const current = findImportRow(row.id);
      if (current) work(current, now);
    });
  };
}

/** One import of an office at a time. */
export function refuseWhileBusy(ownerId: string, importId: string): void {
  const busy = db()
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.ownerId, ownerId), inArray(imports.state, ["reading", "applying"]), ne(imports.id, importId)))
    .get();
  if (busy) throw new RuleError("importBusy");
}
