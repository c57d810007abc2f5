import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { notices } from "~/db/schema/notifications.server";
import { now } from "~/lib/clock";
import { isOwn, type NewsSide } from "./news-list.queries.server";

/** One of the actor's own news is read, or all of them; another person's stays as it is. */
export function markRead(actor: Actor, side: NewsSide, noticeId: string | undefined): void {
  const chosen = noticeId === undefined ? undefined : eq(notices.id, noticeId);
  db()
    .update(notices)
    .set({ readAt: now() })
    .where(and(isOwn(actor, side), isNull(notices.readAt), chosen))
    .run();
}
