import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { collectionSchema } from "~/features/resources/collection.form";
import * as collections from "~/features/resources/collections.commands.server";
import { writeResource } from "~/features/resources/commands.server";
import { resourceSchema } from "~/features/resources/form";
import { letterSchema } from "~/features/resources/letter.form";
import { writeLetter } from "~/features/resources/letters.commands.server";
import { addWatchItem } from "~/features/resources/watch.commands.server";
import { watchItemSchema } from "~/features/resources/watch.form";
import { newId } from "~/lib/ids";

/** A resource that an office wrote; answers its id and address. */
export function makeResource(actor: Actor, office: { id: string; ownerId: string }, more: Record<string, unknown> = {}) {
  const id = newId();
  const given = { id, kind: "sheet", title: `Le marché ${id.slice(-6)}`, theme: "content", body: "Sur la place.", ...more };
  return { id, ...writeResource(actor, authorize(actor, "resource.write", office), resourceSchema.parse(given)) };
}

/** A collection of an office with one resource; answers its address. */
export function makeCollection(actor: Actor, office: { id: string; ownerId: string }): string {
  const id = newId();
  const input = collectionSchema.parse({ id, title: `Ouvrir en avril ${id.slice(-6)}` });
  const { slug } = collections.makeCollection(actor, authorize(actor, "resource.write", office), input);
  const held = authorize(actor, "resource.edit", { id, ownerId: office.id });
  collections.changeCollection(actor, held, { intent: "add", resource: makeResource(actor, office).id });
  return slug;
}

/** A piece of news that an office keeps; answers its id. */
export function makeNews(actor: Actor, office: { id: string; ownerId: string }, more: Record<string, unknown> = {}): string {
  const id = newId();
  const given = {
    id,
    url: `https://veille.example/${id}`,
    title: "Une carte à jour",
    why: "Nos plages y sont.",
    theme: "visibility",
  };
  const input = watchItemSchema.parse({ ...given, publishedOn: "2026-03-01", ...more });
  addWatchItem(actor, authorize(actor, "watch.keep", office), input);
  return id;
}

/** A letter of an office with one piece of news, not sent; answers its id. */
export function makeLetter(actor: Actor, office: { id: string; ownerId: string }, more: Record<string, unknown> = {}): string {
  const given = { id: newId(), subject: "Nos nouvelles du printemps", itemIds: [makeNews(actor, office)], ...more };
  return writeLetter(actor, authorize(actor, "watch.keep", office), letterSchema.parse(given)).id;
}
