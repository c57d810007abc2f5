import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resourceCollections, resources } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { type CollectionChange, type CollectionInput, shippedCollectionSchema } from "./collection.form";
import { changed } from "./collections.model";
import { slugOf } from "./model";
import { listResourcesById } from "./queries.server";

type Office = Authorized<{ id: string }, "resource.write">;
type Collection = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;
/** What one reads through in a sitting or two. */
const mostResources = 40;

/** Makes a collection of the office, empty at first; answers its address. */
export function makeCollection(actor: Actor, office: Office, input: CollectionInput): { slug: string } {
  return run(actor, { name: "collection.make", id: input.id, input, ownerId: office.id }, ({ now: at }) => {
    const { version: _, ...columns } = input;
    const slug = freeSlug(slugOf(input.title) || "collection");
    db()
      .insert(resourceCollections)
      .values({ ...columns, slug, ownerId: office.id, createdAt: at })
      .run();
    return { slug };
  });
}

/** Corrects a collection's title, words and readers; its address stays. Throws ConflictError when it was saved since. */
export function correctCollection(actor: Actor, collection: Collection, input: CollectionInput): void {
  change(actor, collection, {
    name: "collection.correct",
    input,
    work: (current) => {
      if (current.version !== input.version) throw new ConflictError("version", current);
      const { title, summary, visibility } = input;
      return { title, summary, visibility };
    },
  });
}

/** Adds, moves or takes out one resource, which is read again in the actor's scope. Throws NotFoundError, RuleError `collectionFull`. */
export function changeCollection(actor: Actor, collection: Collection, input: CollectionChange): void {
  const isAdded = input.intent === "add";
  if (isAdded && listResourcesById(actor, [input.resource]).length === 0) throw new NotFoundError("resource");
  change(actor, collection, {
    name: "collection.change",
    input,
    work: (current) => {
      const resourceIds = changed(current.resourceIds, input);
      if (resourceIds.length > mostResources) throw new RuleError("collectionFull", { count: mostResources });
      return { resourceIds };
    },
  });
}

/** Takes a collection away; its resources stay. */
export function deleteCollection(actor: Actor, collection: Collection): void {
  change(actor, collection, { name: "collection.delete", input: null, work: () => ({ deletedAt: now() }) });
}

type Row = typeof resourceCollections.$inferSelect;

interface Change {
  name: string;
  input: unknown;
  work: (current: Row) => Partial<Row>;
}

function change(actor: Actor, collection: Collection, { name, input, work }: Change): void {
  const command = { name, id: collection.id, input, ownerId: collection.ownerId ?? "", isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(resourceCollections).where(eq(resourceCollections.id, collection.id)).get();
    if (!current) throw new NotFoundError("collection");
    revise("resource_collections", current);
    db()
      .update(resourceCollections)
      .set({ ...work(current), version: current.version + 1 })
      .where(eq(resourceCollections.id, collection.id))
      .run();
  });
}

function freeSlug(wanted: string): string {
  const held = (slug: string) =>
    db()
      .select({ id: resourceCollections.id })
      .from(resourceCollections)
      .where(and(eq(resourceCollections.slug, slug), isNull(resourceCollections.deletedAt)))
      .get();
  let slug = wanted;
  for (let number = 2; slug === "new" || held(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

/** Every collection of `content/collections`, checked; throws on the first that is not right. */
export function readShippedCollections(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".fr.md"));
  return names.sort().map((name) => {
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    const fields: Record<string, string> = Object.fromEntries(
      lines.map((line) => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]),
    );
    const sheets = (fields.sheets ?? "").split(",").map((sheet) => sheet.trim());
    const parsed = shippedCollectionSchema.safeParse({ ...fields, slug: name.replace(".fr.md", ""), sheets });
    if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

/** Writes the shipped collections as their files say; inside the caller's transaction. Throws on a sheet that does not ship. */
export function putCollections(collections: ReturnType<typeof readShippedCollections>): void {
  for (const { sheets, ...columns } of collections) {
    const shipped = and(isNull(resources.ownerId), inArray(resources.slug, sheets), isNull(resources.deletedAt));
    const found = db().select({ id: resources.id, slug: resources.slug }).from(resources).where(shipped).all();
    const ids = new Map(found.map((row) => [row.slug, row.id]));
    const resourceIds = sheets.map((sheet: string) => ids.get(sheet) ?? missing(columns.slug, sheet));
    const row = { ...columns, resourceIds, visibility: "network" as const };
    const its = and(eq(resourceCollections.slug, columns.slug), isNull(resourceCollections.ownerId));
    const { changes } = db().update(resourceCollections).set(row).where(its).run();
    if (changes > 0) continue;
    db()
      .insert(resourceCollections)
      .values({ ...row, id: newId(), ownerId: null, createdAt: now() })
      .run();
  }
}

function missing(collection: string, sheet: string): never {
  throw new Error(`${collection}: no sheet ${sheet}`);
}
