import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { hashToken, newToken } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { calendarFeeds } from "~/db/schema/agenda.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";

/** What a feed shows: one's own agenda, or the appointments of one's own provider. */
export type FeedSubject = { kind: "person" } | { kind: "provider"; providerId: string };

/**
 * Makes the secret address of a feed, in place of the former one, which opens nothing from then on.
 * Returns the token, kept nowhere. Throws NotFoundError for what is not one's own.
 */
export function renewFeed(actor: Actor, subject: FeedSubject): string {
  const row = rowOf(actor, subject);
  const token = newToken();
  const id = newId();
  run(actor, { name: "feed.renew", id, input: row, isOnce: false }, ({ now }) => {
    endFeeds(row, now);
    db()
      .insert(calendarFeeds)
      .values({ ...row, id, tokenHash: hashToken(token), createdAt: now })
      .run();
  });
  return token;
}

/** Ends the secret address of a feed at once. */
export function endFeed(actor: Actor, subject: FeedSubject): void {
  const row = rowOf(actor, subject);
  run(actor, { name: "feed.end", id: row.subjectId, input: row, isOnce: false }, ({ now }) => endFeeds(row, now));
}

interface FeedRow {
  kind: "person" | "provider";
  subjectId: string;
  userId: string;
}

function rowOf(actor: Actor, subject: FeedSubject): FeedRow {
  const { userId } = actor;
  if (subject.kind === "person" && canSomewhere(actor, "agenda.view")) return { kind: "person", subjectId: userId, userId };
  if (subject.kind === "provider" && actor.providerIds.includes(subject.providerId)) {
    return { kind: "provider", subjectId: subject.providerId, userId };
  }
  throw new NotFoundError("feed");
}

function endFeeds({ kind, subjectId, userId }: FeedRow, now: number): void {
  const same = and(eq(calendarFeeds.kind, kind), eq(calendarFeeds.subjectId, subjectId), eq(calendarFeeds.userId, userId));
  db()
    .update(calendarFeeds)
    .set({ revokedAt: now })
    .where(and(same, isNull(calendarFeeds.revokedAt)))
    .run();
}
