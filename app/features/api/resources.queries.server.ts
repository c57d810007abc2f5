import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { readable } from "~/features/resources/readable.queries.server";
import { afterCursor, pageFrom } from "./cursor.server";
import { only, type PageAsked } from "./rows.queries.server";

/** The published library that the key's organisation reads: its own, what ships, what is shared with the network. */
export function pageOfResources(actor: Actor, { limit, after }: PageAsked) {
  const rows = readResources(actor, afterCursor(after, resources.createdAt, resources.id), limit + 1);
  return pageFrom(rows, limit, (row) => row.createdAt);
}

/** One of them with its words; throws NotFoundError out of sight. */
export const oneResource = (actor: Actor, id: string) => only(readResources(actor, eq(resources.id, id), 1));

function readResources(actor: Actor, which: SQL | undefined, limit: number) {
  const { id, slug, ownerId, kind, title, summary, body, theme, subTheme, level, locale, minutes, forKinds } = resources;
  const { season, licence, url, reviewedOn, expiresOn, createdAt } = resources;
  const words = { slug, kind, title, summary, body, theme, subTheme, level, locale, minutes, forKinds };
  return db()
    .select({ id, ownerId, ...words, season, licence, url, reviewedOn, expiresOn, createdAt })
    .from(resources)
    .where(and(readable(actor), which))
    .orderBy(asc(createdAt), asc(id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, isOwn: row.ownerId !== null && row.ownerId === actor.key?.organisationId }));
}
