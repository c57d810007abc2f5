import { and, eq, inArray, isNull, min } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { notices } from "~/db/schema/notifications.server";
import { dayAt, hourAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import type { Person } from "./choices.server";
import { decide } from "./model";
import { findReader, type KnownReader } from "./readers.server";
import { sendDigest } from "./send-digest.server";
import { findTopic, type Notice, type Topic } from "./subjects.server";

export interface Told {
  notice: Notice;
  topic: Topic;
}

/** Decides for everybody with waiting news (or for one provider's people): mailed, kept or dropped, each in one transaction. */
export function sendDigests(providerId?: string): { mails: number } {
  const at = now();
  let mails = 0;
  for (const person of listWaitingPeople(providerId)) {
    const work = sqlite().transaction(() => digestFor(person, at));
    if (work.immediate()) mails += 1;
  }
  return { mails };
}

/** True when a mail left for this person. */
function digestFor(person: Person, at: number): boolean {
  const waiting = listWaiting(person.id);
  // Time belongs to the office that writes: eight in the morning is its own.
  const officeId = waiting[0]?.ownerId ?? "";
  const moment = { day: dayAt(officeId, at), hour: hourAt(officeId, at) };
  const reader = findReader(person, moment.day);
  if (!reader) {
    for (const notice of waiting) drop(notice.id, "left");
    return false;
  }
  const topics = new Map(waiting.map((notice) => [notice.id, findTopic(notice)]));
  const asked = waiting.map(({ id, kind, readAt }) => ({ id, kind, isSettled: topics.get(id) === undefined || readAt !== null }));
  const decision = decide(reader, asked, moment);
  for (const { id, why } of decision.drop) drop(id, why);
  const told = waiting.flatMap((notice): Told[] => {
    const topic = topics.get(notice.id);
    return topic && decision.send.includes(notice.id) ? [{ notice, topic }] : [];
  });
  return told.length > 0 && mail(reader, told, moment.day);
}

function mail(reader: KnownReader, told: readonly Told[], day: string): boolean {
  const mailId = sendDigest(reader, told);
  const ids = told.map(({ notice }) => notice.id);
  db().update(notices).set({ mailId, mailedOn: day }).where(inArray(notices.id, ids)).run();
  return true;
}

/** Who waits longest comes first: of two establishments at one mailbox, each has its day. */
function listWaitingPeople(providerId: string | undefined): Person[] {
  return db()
    .select({ kind: notices.personKind, id: notices.personId })
    .from(notices)
    .where(and(isWaiting(), providerId ? eq(notices.providerId, providerId) : undefined))
    .groupBy(notices.personKind, notices.personId)
    .orderBy(min(notices.createdAt), notices.personId)
    .limit(10_000)
    .all();
}

function listWaiting(personId: string): Notice[] {
  return db()
    .select()
    .from(notices)
    .where(and(isWaiting(), eq(notices.personId, personId)))
    .orderBy(notices.createdAt, notices.id)
    .limit(100)
    .all();
}

const isWaiting = () => and(isNull(notices.mailId), isNull(notices.dropped));

function drop(id: string, why: string): void {
  db().update(notices).set({ dropped: why }).where(eq(notices.id, id)).run();
}
