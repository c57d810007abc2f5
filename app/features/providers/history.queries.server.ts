import { and, desc, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { channels, contacts, establishmentSourceValues, establishments, messages, providers } from "~/db/schema/providers.server";
import { revisions } from "~/db/schema/work.server";

export interface HistoryPage {
  providerId: string;
  /** Milliseconds UTC: nothing later than this. */
  until: number;
  limit: number;
}

/** Edits of the provider, its establishments, channels and contacts, newest first, each with the columns changed. */
export function listChanges(actor: Actor, { providerId, until, limit }: HistoryPage) {
  const places = db()
    .select({ id: establishments.id })
    .from(establishments)
    .where(mine(actor, establishments, providerId));
  const people = db()
    .select({ id: contacts.id })
    .from(contacts)
    .where(mine(actor, contacts, providerId));
  const online = db().select({ id: channels.id }).from(channels).where(inArray(channels.establishmentId, places));
  const itself = db()
    .select({ id: providers.id })
    .from(providers)
    .where(and(scope(actor, "provider.list", { ownerId: providers.ownerId }), eq(providers.id, providerId)));
  const placeSubjects = ["establishments", "establishment_labels", "establishment_states"];
  const about = or(
    and(inArray(revisions.subject, ["providers", "partnerships"]), inArray(revisions.subjectId, itself)),
    and(inArray(revisions.subject, placeSubjects), inArray(revisions.subjectId, places)),
    and(eq(revisions.subject, "contacts"), inArray(revisions.subjectId, people)),
    and(eq(revisions.subject, "channels"), inArray(revisions.subjectId, online)),
  );
  return db()
    .select({
      id: sql<string>`'r' || ${revisions.id}`,
      at: revisions.createdAt,
      subject: revisions.subject,
      command: revisions.command,
      changed: sql<string | null>`json_extract(${revisions.before}, '$.changed')`,
      by: users.name,
    })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.actorId))
    .where(and(about, lte(revisions.createdAt, until)))
    .orderBy(desc(revisions.createdAt), desc(revisions.id))
    .limit(limit)
    .all();
}

/** When the sources last spoke of this provider's establishments, newest first. */
export function listSourceNews(actor: Actor, { providerId, until, limit }: HistoryPage) {
  const { source, importedAt } = establishmentSourceValues;
  return db()
    .selectDistinct({ id: sql<string>`'i' || ${source} || ${importedAt}`, at: importedAt, source })
    .from(establishmentSourceValues)
    .innerJoin(establishments, eq(establishments.id, establishmentSourceValues.establishmentId))
    .where(and(mine(actor, establishments, providerId), lte(importedAt, until)))
    .orderBy(desc(importedAt))
    .limit(limit)
    .all();
}

/** Messages left about the provider, newest first, for those who may correct its record. */
export function listMessages(actor: Actor, { providerId, until, limit }: HistoryPage) {
  return db()
    .select({
      id: messages.id,
      at: messages.createdAt,
      kind: messages.kind,
      text: messages.text,
      handledAt: messages.handledAt,
      by: sql<string | null>`coalesce(${users.name}, ${contacts.name})`,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.fromUserId))
    .leftJoin(contacts, eq(contacts.id, messages.contactId))
    .where(
      and(
        scope(actor, "provider.correct", { ownerId: messages.ownerId }),
        eq(messages.providerId, providerId),
        lte(messages.createdAt, until),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit)
    .all();
}

/** How the record began: when, by whom; undefined out of sight. */
export function findBeginning(actor: Actor, providerId: string) {
  return db()
    .select({ at: providers.createdAt, origin: providers.origin, by: users.name })
    .from(providers)
    .leftJoin(users, eq(users.id, providers.createdById))
    .where(
      and(
        scope(actor, "provider.list", { ownerId: providers.ownerId }),
        eq(providers.id, providerId),
        isNull(providers.deletedAt),
      ),
    )
    .get();
}

type Owned = typeof establishments | typeof contacts;

function mine(actor: Actor, table: Owned, providerId: string): SQL | undefined {
  return and(scope(actor, "provider.list", { ownerId: table.ownerId }), eq(table.providerId, providerId));
}
