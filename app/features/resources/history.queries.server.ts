import { and, asc, eq, inArray } from "drizzle-orm";
import type { Authorized } from "~/access/authorized";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { resources } from "~/db/schema/resources.server";
import { revisions } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import { type Held, heldSchema } from "./history.form";

type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;

export interface Version {
  number: number;
  held: Held;
  /** Milliseconds UTC. */
  at: number;
  /** Who wrote it; undefined when the person is no longer known. */
  by: string | undefined;
  /** It came back from an older version. */
  isRestored: boolean;
}

/** Every version of a resource that the actor may edit, the newest first; the first one is what stands. */
export function listVersions(resource: Resource): Version[] {
  const current = db().select().from(resources).where(eq(resources.id, resource.id)).get();
  if (!current) throw new NotFoundError("resource");
  const kept = keptOf(resource.id);
  const names = namesOf([current.createdById ?? "", ...kept.map((one) => one.actorId)]);
  const held = [...kept.map((one): unknown => JSON.parse(one.before)), current];
  const versions = held.map((row, place): Version => {
    const written = kept[place - 1];
    return {
      number: kept[place]?.version ?? current.version,
      held: heldSchema.parse(row),
      at: written?.createdAt ?? current.createdAt,
      by: names.get(written?.actorId ?? current.createdById ?? ""),
      isRestored: written?.command === "resource.restore",
    };
  });
  return versions.reverse();
}

/** What a resource was in one of its versions; throws NotFoundError for one that it never had. */
export function getHeld(resource: Resource, version: number): Held {
  const found = keptOf(resource.id).find((one) => one.version === version);
  if (!found) throw new NotFoundError("version");
  return heldSchema.parse(JSON.parse(found.before));
}

function keptOf(resourceId: string) {
  return db()
    .select({
      version: revisions.version,
      before: revisions.before,
      command: revisions.command,
      actorId: revisions.actorId,
      createdAt: revisions.createdAt,
    })
    .from(revisions)
    .where(and(eq(revisions.subject, "resources"), eq(revisions.subjectId, resourceId)))
    .orderBy(asc(revisions.id))
    .all();
}

function namesOf(ids: readonly string[]): Map<string, string> {
  const rows = db()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
