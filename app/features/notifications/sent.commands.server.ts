import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { mails } from "~/db/schema/work.server";
import { dayOfContact } from "~/features/organisations/zone.queries.server";
import { enqueue } from "~/jobs/queue.server";
import { RuleError } from "~/lib/errors";
import { canResend } from "./sent.model";
import type { getSentMail } from "./sent.queries.server";

/**
 * Puts a mail that did not arrive back in the outbox, to the contact's address of today. One that may
 * have arrived leaves only when that is confirmed; the same Message-ID lets the relay see a repeat.
 * Throws RuleError `mailCannotLeave`, `mailMaybeArrived`, `contactWithoutMail`.
 */
export function resendMail(
  actor: Actor,
  mail: Authorized<ReturnType<typeof getSentMail>, "mail.resend">,
  { isConfirmed }: { isConfirmed: boolean },
): void {
  const command = {
    name: "mail.resend",
    id: mail.id,
    input: null,
    isOnce: false,
    ...(mail.ownerId ? { ownerId: mail.ownerId } : {}),
  };
  run(actor, command, ({ now }) => {
    const state = db().select({ state: mails.state }).from(mails).where(eq(mails.id, mail.id)).get()?.state ?? mail.state;
    // Asked twice: it is already on its way.
    if (state === "waiting" || state === "sending") return;
    refuseResending(canResend({ state, createdAt: mail.createdAt }, now), isConfirmed);
    const recipient = mail.contactId ? addressOf(mail.contactId, now) : mail.recipient;
    if (!recipient) throw new RuleError("contactWithoutMail");
    const again = { state: "waiting" as const, error: null, recipient, resentAt: now, resentById: actor.userId };
    db().update(mails).set(again).where(eq(mails.id, mail.id)).run();
    enqueue({ kind: "mail.send", payload: { mailId: mail.id }, dedupeKey: `mail/${mail.id}` });
  });
}

function refuseResending(may: ReturnType<typeof canResend>, isConfirmed: boolean): void {
  if (may === "no") throw new RuleError("mailCannotLeave");
  if (may === "afterAsking" && !isConfirmed) throw new RuleError("mailMaybeArrived");
}

/** The address of a contact who is still there. */
function addressOf(contactId: string, at: number): string | null {
  const still = or(isNull(contacts.endsOn), gt(contacts.endsOn, dayOfContact(contactId, at)));
  const row = db()
    .select({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt), still))
    .get();
  return row?.email ?? null;
}
