import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { ConflictError } from "~/lib/errors";
import { askForReading } from "./files.commands.server";
import { getHeld } from "./history.queries.server";
import { indexResources } from "./search-index.commands.server";

type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;

/**
 * Brings back what a resource was, as a new version: nothing is lost, and its address stays. Throws NotFoundError
 * for a version that it never had, ConflictError when it was saved since the history was read.
 */
export function restoreVersion(actor: Actor, resource: Resource, input: { version: number; restored: number }): void {
  const command = { name: "resource.restore", id: resource.id, input, ownerId: resource.ownerId ?? "", isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(resources).where(eq(resources.id, resource.id)).get();
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const held = getHeld(resource, input.restored);
    revise("resources", current);
    db()
      .update(resources)
      .set({ ...held, version: current.version + 1 })
      .where(eq(resources.id, resource.id))
      .run();
    if (held.fileId !== current.fileId) askForReading(resource.id, held.fileId);
    indexResources([resource.id]);
  });
}
