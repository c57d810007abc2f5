import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { newsletterDeliveries, newsletterReaders, newsletters } from "~/db/schema/resources.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { LetterInput } from "./letter.form";
import { mailConfirmation, mailLetter, senderOf } from "./letter-mail.server";
import { canBeAsked, isReader, listConsenting } from "./letter-readers.queries.server";
import { listItemsOfLetter } from "./letters.queries.server";

type Office = Authorized<{ id: string }, "watch.keep">;
type Letter = Authorized<{ id: string; ownerId: string }, "watch.keep">;

/** Writes a letter of the office; it reaches nobody before it is sent. Throws RuleError `letterEmpty`. */
export function writeLetter(actor: Actor, office: Office, input: LetterInput): { id: string } {
  return run(actor, { name: "letter.write", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const columns = columnsOf(office.id, input);
    db()
      .insert(newsletters)
      .values({ id: input.id, ownerId: office.id, ...columns, createdById: actor.userId, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/** Corrects a letter that has not left. Throws ConflictError, RuleError `letterSent`, `letterEmpty`. */
export function correctLetter(actor: Actor, letter: Letter, input: LetterInput): void {
  const command = { name: "letter.correct", id: letter.id, input, ownerId: letter.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = unsent(letter.id);
    if (current.version !== input.version) throw new ConflictError("version", current);
    revise("newsletters", current);
    db()
      .update(newsletters)
      .set({ ...columnsOf(letter.ownerId, input), version: current.version + 1 })
      .where(eq(newsletters.id, letter.id))
      .run();
  });
}

/** Throws a letter away that has not left. Throws RuleError `letterSent`. */
export function deleteLetter(actor: Actor, letter: Letter): void {
  const command = { name: "letter.delete", id: letter.id, input: null, ownerId: letter.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    unsent(letter.id);
    db().update(newsletters).set({ deletedAt: now }).where(eq(newsletters.id, letter.id)).run();
  });
}

/**
 * Sends a letter to those who agreed and confirmed, one mail an address, once for all: sent again, it answers as the
 * first time. Throws RuleError `letterEmpty`, `letterNobody`.
 */
export function sendLetter(actor: Actor, letter: Letter): { count: number } {
  return run(actor, { name: "letter.send", id: letter.id, input: null, ownerId: letter.ownerId }, ({ now }) => {
    const current = unsent(letter.id);
    const items = listItemsOfLetter(current);
    if (items.length === 0) throw new RuleError("letterEmpty");
    const readers = listConsenting(current).filter(isReader);
    if (readers.length === 0) throw new RuleError("letterNobody");
    const sender = senderOf(current.ownerId);
    for (const reader of readers) {
      const mailId = mailLetter(sender, reader, { subject: current.subject, intro: current.intro, items });
      db().insert(newsletterDeliveries).values({ newsletterId: current.id, contactId: reader.contactId, mailId }).run();
    }
    db().update(newsletters).set({ sentAt: now }).where(eq(newsletters.id, current.id)).run();
    return { count: readers.length };
  });
}

/** Asks those who agreed and were never asked to confirm by a click; each once, ever. Answers how many were asked. */
export function askReaders(actor: Actor, office: Office): number {
  const command = { name: "letter.ask", id: newId(), input: null, ownerId: office.id };
  return run(actor, command, ({ now }) => {
    const asked = listConsenting({ ownerId: office.id, forKind: null }).filter(canBeAsked);
    const sender = senderOf(office.id);
    for (const reader of asked) {
      mailConfirmation(sender, reader);
      db().insert(newsletterReaders).values({ contactId: reader.contactId, ownerId: office.id, askedAt: now }).run();
    }
    return asked.length;
  });
}

/** What a form chose, its news read again among those that the office keeps. */
function columnsOf(ownerId: string, { subject, intro, forKind, itemIds }: LetterInput) {
  const kept = listItemsOfLetter({ ownerId, itemIds }).map((item) => item.id);
  if (kept.length === 0) throw new RuleError("letterEmpty", {}, "itemIds");
  return { subject, intro, forKind: forKind ?? null, itemIds: kept };
}

function unsent(letterId: string) {
  const current = db().select().from(newsletters).where(eq(newsletters.id, letterId)).get();
  if (!current) throw new NotFoundError("letter");
  if (current.sentAt !== null) throw new RuleError("letterSent");
  return current;
}
