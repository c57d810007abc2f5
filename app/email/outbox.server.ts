import { desc } from "drizzle-orm";
import { db } from "~/db/client.server";
import { mails } from "~/db/schema/work.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";

/** A file that goes with a mail. */
export interface Attachment {
  name: string;
  mediaType: string;
  base64: string;
}

export interface Mail {
  /** For a mail that must be written once: an id that its writer can find again. */
  id?: string;
  ownerId: string | null;
  /** One address; one mail per address. */
  recipient: string;
  /** Where an answer goes: the facilitator, for what a provider gets. */
  replyTo?: string | null;
  subject: string;
  html: string;
  text: string;
  attachments?: Attachment[];
  /** What it is and about whom, for whoever asked for it. */
  kind?: string;
  providerId?: string;
  contactId?: string;
  unsubscribeUrl?: string;
  /** One of many that may wait: it leaves in a lane of its own; a sign-in mail does not wait behind it. */
  isBulk?: boolean;
  /** Worth nothing some hours later (a sign-in link, a reminder): it does not wait for the end of an outage. */
  isPerishable?: boolean;
}

/** Puts a mail in the outbox, in the transaction that is open; it leaves after the commit. Returns its id. */
export function queueMail({ isBulk = false, isPerishable = false, ...mail }: Mail): string {
  const id = mail.id ?? newId();
  const subject = mail.subject.replace(/\p{Cc}/gu, " ").trim();
  db()
    .insert(mails)
    .values({ ...mail, id, subject, createdAt: now() })
    .run();
  enqueue({ kind: isBulk ? "mail.sendBulk" : "mail.send", payload: { mailId: id, isPerishable }, dedupeKey: `mail/${id}` });
  return id;
}

/** The last hundred mails, newest first: what the demonstration shows in place of a mailbox. */
export function listRecentMails() {
  const columns = {
    id: mails.id,
    ownerId: mails.ownerId,
    recipient: mails.recipient,
    subject: mails.subject,
    text: mails.text,
    createdAt: mails.createdAt,
  };
  return db().select(columns).from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(100).all();
}
