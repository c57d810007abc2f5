import { asc } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";

const columns = { id: organisations.id, parentId: organisations.parentId, kind: organisations.kind, name: organisations.name };

/** All organisations, each after the one it belongs to, by name, with its depth (0 at the top); ask `organisation.create` first. */
export function listTree() {
  const rows = db().select(columns).from(organisations).orderBy(asc(organisations.name)).limit(5000).all();
  const children = new Map<string, Row[]>();
  for (const row of rows) children.set(row.parentId ?? "", [...(children.get(row.parentId ?? "") ?? []), row]);
  return walk(children, "", 0);
}

interface Row {
  id: string;
  parentId: string | null;
  kind: typeof organisations.$inferSelect.kind;
  name: string;
}

interface TreeRow extends Row {
  depth: number;
}

function walk(children: Map<string, Row[]>, parentId: string, depth: number): TreeRow[] {
  return (children.get(parentId) ?? []).flatMap((row) => [{ ...row, depth }, ...walk(children, row.id, depth + 1)]);
}
