import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { ConflictError } from "~/lib/errors";
import type { ResourceInput } from "./form";
import { slugOf } from "./model";
import { indexResources } from "./search-index.commands.server";

type Office = Authorized<{ id: string }, "resource.write">;
type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;

/** Adds a resource of the office to the library; its address is made of the title. */
export function writeResource(actor: Actor, office: Office, input: ResourceInput): { slug: string } {
  return run(actor, { name: "resource.write", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const { version, ...columns } = input;
    const slug = freeSlug(slugOf(input.title) || "ressource");
    const row = { ...columns, ...withNulls(input), slug, ownerId: office.id };
    db()
      .insert(resources)
      .values({ ...row, createdById: actor.userId, createdAt: now })
      .run();
    indexResources([input.id]);
    return { slug };
  });
}

/** Corrects a resource, keeping what it was; its address stays. Throws ConflictError when it was saved since. */
export function correctResource(actor: Actor, resource: Resource, input: ResourceInput): void {
  const command = { name: "resource.correct", id: resource.id, input, ownerId: resource.ownerId ?? "", isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(resources).where(eq(resources.id, resource.id)).get();
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    revise("resources", current);
    const { id, ...columns } = input;
    const row = { ...columns, ...withNulls(input), version: current.version + 1 };
    db().update(resources).set(row).where(eq(resources.id, resource.id)).run();
    indexResources([resource.id]);
  });
}

/** Takes a resource out of the library; plans that name it keep its title. */
export function deleteResource(actor: Actor, resource: Resource): void {
  const command = { name: "resource.delete", id: resource.id, input: null, ownerId: resource.ownerId ?? "", isOnce: false };
  run(actor, command, ({ now }) => {
    db().update(resources).set({ deletedAt: now }).where(eq(resources.id, resource.id)).run();
    indexResources([resource.id]);
  });
}

/** What was left empty is emptied, not left as it was. */
function withNulls(input: ResourceInput) {
  const { url = null, minutes = null, author = null, licence = null, reviewedOn = null, expiresOn = null } = input;
  const subTheme = input.subTheme?.split(".")[1] ?? null;
  return { subTheme, url, minutes, author, licence, reviewedOn, expiresOn };
}

/** Addresses that are pages of the library itself. */
const reserved = ["new", "collections", "letters", "links", "reports", "review", "usage", "watch"];

function freeSlug(wanted: string): string {
  const isTaken = (slug: string) =>
    reserved.includes(slug) ||
    db()
      .select({ id: resources.id })
      .from(resources)
      .where(and(eq(resources.slug, slug), isNull(resources.deletedAt)))
      .get() !== undefined;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(slug)) return slug;
  }
}
