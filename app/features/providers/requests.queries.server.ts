import { and, count, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { appointments } from "~/db/schema/agenda.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { contacts, messages, providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

const asker = alias(users, "asker");
const helper = alias(users, "helper");

const columns = {
  id: messages.id,
  ownerId: messages.ownerId,
  providerId: messages.providerId,
  provider: providers.name,
  kind: messages.kind,
  theme: messages.theme,
  text: messages.text,
  createdAt: messages.createdAt,
  takenAt: messages.takenAt,
  triage: messages.triage,
  reply: messages.reply,
  repliedAt: messages.repliedAt,
  handledAt: messages.handledAt,
  contactId: messages.contactId,
  fromUserId: messages.fromUserId,
  /** Who asks: the contact, else the login. */
  who: sql<string>`coalesce(${contacts.name}, ${asker.name}, ${providers.name})`,
  email: sql<string | null>`coalesce(${contacts.email}, ${asker.email})`,
  phone: sql<string | null>`coalesce(${contacts.phone}, (SELECT c.phone FROM contacts c
    WHERE c.provider_id = ${messages.providerId} AND c.deleted_at IS NULL AND c.phone IS NOT NULL ORDER BY c.name LIMIT 1))`,
  locale: sql<"fr" | "en">`coalesce(${contacts.locale}, ${asker.locale}, 'fr')`,
  helper: helper.name,
  /** The session and the appointment that it became, once they exist. */
  sessionId: coachingSessions.id,
  appointmentId: appointments.id,
};

/** So many requests at a time. */
export const helpAtATime = 100;

/** The requests of the actor's offices that wait, the oldest last; at most 100, from the place asked. */
export function listOpenHelp(actor: Actor, skip = 0) {
  return select(waiting(actor), helpAtATime, skip);
}

/** How many of them wait. */
export function countOpenHelp(actor: Actor): number {
  const row = db()
    .select({ count: count() })
    .from(messages)
    .innerJoin(providers, stands)
    .leftJoin(coachingSessions, isItsSession)
    .where(waiting(actor))
    .get();
  return row?.count ?? 0;
}

/** What a host's provider asked, the latest first, and what became of it; at most 30. */
export function listOwnHelp(actor: Actor, providerId: string) {
  const own = scope(actor, "message.ask", { ownerId: messages.ownerId, providerId: messages.providerId });
  return select(and(own, eq(messages.providerId, providerId), asked()), 30);
}

/** One request, in the scope of `message.handle`; throws NotFoundError out of sight. */
export function getHelp(actor: Actor, messageId: string, permission: Permission = "message.handle") {
  const [row] = select(and(scope(actor, permission, { ownerId: messages.ownerId }), asked(), eq(messages.id, messageId)), 1);
  if (!row) throw new NotFoundError("request");
  return row;
}
export type HelpRow = ReturnType<typeof getHelp>;

/** The contact of a provider whose address is the actor's own; null when it is nobody's. */
export function findOwnContact(actor: Actor, providerId: string): string | null {
  const email = db().select({ email: users.email }).from(users).where(eq(users.id, actor.userId));
  const row = db()
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), inArray(contacts.email, email), isNull(contacts.deletedAt), current()))
    .orderBy(contacts.createdAt)
    .limit(1)
    .get();
  return row?.id ?? null;
}

const current = () => or(isNull(contacts.endsOn), gt(contacts.endsOn, sql`date('now')`));
const asked = () => inArray(messages.kind, ["help", "question", "callback"]);

const waiting = (actor: Actor) =>
  and(
    scope(actor, "message.handle", { ownerId: messages.ownerId }),
    asked(),
    isNull(messages.handledAt),
    isNull(coachingSessions.id),
  );
const stands = and(eq(providers.id, messages.providerId), isNull(providers.deletedAt));
const isItsSession = and(eq(coachingSessions.id, messages.sessionId), isNull(coachingSessions.deletedAt));

function select(where: ReturnType<typeof and>, limit: number, skip = 0) {
  return db()
    .select(columns)
    .from(messages)
    .innerJoin(providers, stands)
    .leftJoin(asker, eq(asker.id, messages.fromUserId))
    .leftJoin(helper, eq(helper.id, sql`coalesce(${messages.repliedById}, ${messages.takenById}, ${messages.handledById})`))
    .leftJoin(contacts, and(eq(contacts.id, messages.contactId), isNull(contacts.deletedAt)))
    .leftJoin(coachingSessions, isItsSession)
    .leftJoin(appointments, and(eq(appointments.messageId, messages.id), eq(appointments.state, "booked")))
    .where(where)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit)
    .offset(skip)
    .all();
}
