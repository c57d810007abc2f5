import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import { addressesIn, replaceAddress } from "./links.model";
import { findMove } from "./links.queries.server";
import { indexResources } from "./search-index.commands.server";

type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;
type Row = typeof resources.$inferSelect;

/** « Relu aujourd’hui »: notes the day of the reading and, where the reader says so, until when it holds; a version of its own. */
export function rereadResource(actor: Actor, resource: Resource, read: { reviewedOn: string; expiresOn?: string }): void {
  change(actor, { name: "resource.reread", resource, input: read }, () => read);
}

/**
 * Puts the new address in the place of one that moved for good, in the address and the text of a resource; a version of
 * its own. Throws NotFoundError for an address that it does not name, or that has not moved.
 */
export function followMove(actor: Actor, resource: Resource, url: string): { to: string } {
  const to = findMove(resource.id, url);
  if (!to) throw new NotFoundError("link");
  change(actor, { name: "resource.followMove", resource, input: { url, to } }, (current) => {
    if (!addressesIn(current).includes(url)) throw new NotFoundError("link");
    return { url: current.url === url ? to : current.url, body: replaceAddress(current.body, url, to) };
  });
  return { to };
}

interface Change {
  name: string;
  resource: Resource;
  input: object;
}

function change(actor: Actor, { name, resource, input }: Change, columns: (current: Row) => Partial<Row>): void {
  const command = { name, id: resource.id, input, ownerId: resource.ownerId ?? "", isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(resources).where(eq(resources.id, resource.id)).get();
    if (!current || current.deletedAt !== null) throw new NotFoundError("resource");
    const changed = columns(current);
    revise("resources", current);
    db()
      .update(resources)
      .set({ ...changed, version: current.version + 1 })
      .where(eq(resources.id, resource.id))
      .run();
    indexResources([resource.id]);
  });
}
