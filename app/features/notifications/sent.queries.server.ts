import { and, count, desc, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { mails } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import type { MailState, SentView } from "./sent.model";

const pageSize = 40;

export interface SentFilter {
  view: Exclude<SentView, "unsent">;
  providerId?: string | undefined;
  /** `createdAt|id` of the last mail of the page before. */
  after?: string | undefined;
}

const columns = {
  id: mails.id,
  ownerId: mails.ownerId,
  recipient: mails.recipient,
  subject: mails.subject,
  kind: mails.kind,
  state: mails.state,
  error: mails.error,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
  resentAt: mails.resentAt,
  providerId: mails.providerId,
  contactId: mails.contactId,
};

/** A page of what left the actor's offices by mail, the newest first; never a text. `next` is the cursor. */
export function listSentMails(actor: Actor, filter: SentFilter) {
  const rows = db()
    .select({ ...columns, provider: providers.name, contact: contacts.name })
    .from(mails)
    .leftJoin(providers, eq(providers.id, mails.providerId))
    .leftJoin(contacts, eq(contacts.id, mails.contactId))
    .where(and(listed(actor, filter), afterCursor(filter.after)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.createdAt}|${last.id}` : undefined };
}

/** How many mails the list holds under its filters. */
export function countSentMails(actor: Actor, filter: SentFilter): number {
  return db().select({ rows: count() }).from(mails).where(listed(actor, filter)).get()?.rows ?? 0;
}

/** The last mail of a provider, in the scope of `mail.list`; undefined before the first. */
export function findLastMail(actor: Actor, providerId: string) {
  return listSentMails(actor, { view: "all", providerId }).rows[0];
}

/** How many mails of the actor's offices, written since then (milliseconds), did not arrive or may not have. */
export function countUndelivered(actor: Actor, since: number): number {
  return undelivered().get({ ...askedOffices(actor, "mail.list"), since })?.count ?? 0;
}

const undelivered = builtOnce((orm) => {
  const isRecent = gte(mails.createdAt, sql.placeholder("since"));
  return orm
    .select({ count: count() })
    .from(mails)
    .where(and(inAskedOffices(mails.ownerId), inArray(mails.state, ["failed", "uncertain"]), isRecent))
    .prepare();
});

/** One mail, in the scope of `mail.resend`; throws NotFoundError out of sight. */
export function getSentMail(actor: Actor, mailId: string) {
  const row = db()
    .select(columns)
    .from(mails)
    .where(and(inSight(actor, "mail.resend"), eq(mails.id, mailId)))
    .get();
  if (!row) throw new NotFoundError("mail");
  return row;
}

const listed = (actor: Actor, { view, providerId }: SentFilter) =>
  and(inSight(actor, "mail.list"), inView(view), ofProvider(providerId));

function inSight(actor: Actor, permission: "mail.list" | "mail.resend"): SQL | undefined {
  return and(isNotNull(mails.ownerId), scope(actor, permission, { ownerId: mails.ownerId }));
}

const statesOf: Record<Exclude<SentView, "all" | "unsent">, MailState[]> = {
  failed: ["failed"],
  uncertain: ["uncertain"],
  waiting: ["waiting", "sending"],
  sent: ["sent"],
};

const inView = (view: SentFilter["view"]) => (view === "all" ? undefined : inArray(mails.state, statesOf[view]));
const ofProvider = (providerId: string | undefined) => (providerId ? eq(mails.providerId, providerId) : undefined);

function afterCursor(cursor: string | undefined): SQL | undefined {
  const [at, id] = cursor?.split("|") ?? [];
  if (!id || !Number.isFinite(Number(at))) return undefined;
  return or(lt(mails.createdAt, Number(at)), and(eq(mails.createdAt, Number(at)), lt(mails.id, id)));
}
