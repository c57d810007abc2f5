import { and, desc, eq, inArray, isNull, ne, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { builtOnce, db } from "~/db/client.server";
import { notices } from "~/db/schema/notifications.server";
import { listOwnContacts, type Person } from "./choices.server";
import { findTopic, type Notice } from "./subjects.server";

export type NewsSide = "office" | "host";

/** How many news wait unread. */
export function countUnread(actor: Actor, side: NewsSide): number {
  return listNotices(actor, side).filter((notice) => isUnread(notice)).length;
}

/** The last 60 pieces of news told to the actor on this side; what was silent by mail in season is silent here. */
export function listNotices(actor: Actor, side: NewsSide): Notice[] {
  return side === "office" ? ofOneself().all({ user: actor.userId }) : told(db(), isOwn(actor, side)).all();
}

const ofOneself = builtOnce((orm) => told(orm, isUsers(sql.placeholder("user"))).prepare());

function told(orm: ReturnType<typeof db>, whose: SQL | undefined) {
  return orm
    .select()
    .from(notices)
    .where(and(whose, or(isNull(notices.dropped), ne(notices.dropped, "season"))))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(60);
}

/** At the office one's own; a host's, those of the contacts that their address names and of the login itself. */
export function isOwn(actor: Actor, side: NewsSide) {
  if (side === "office") return isUsers(actor.userId);
  const people: Person[] = listOwnContacts(actor.userId, actor.providerIds).map((id) => ({ kind: "contact", id }));
  const ids = [actor.userId, ...people.map(({ id }) => id)];
  return and(ne(notices.personKind, "user"), inArray(notices.personId, ids), inArray(notices.providerId, [...actor.providerIds]));
}

const isUsers = (id: string | Placeholder) => and(eq(notices.personKind, "user"), eq(notices.personId, id));

/** Not marked as read, and still something to say. */
export const isUnread = (notice: Notice): boolean => notice.readAt === null && findTopic(notice) !== undefined;
