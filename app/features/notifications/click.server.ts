import { and, eq, gt, isNull, or } from "drizzle-orm";
import { type Actor, keyHolder } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { db } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { type Beside, readBeside } from "~/features/accounts/beside.queries.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { isOpen } from "~/features/action-plans/model";
import { getAction } from "~/features/action-plans/queries.server";
import { dayOfContact } from "~/features/organisations/zone.queries.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { type ClickAnswer, readAnswerKey } from "./keys.server";

export interface Click {
  locale: "fr" | "en";
  /** Who stands beside, for a word rather than a click. */
  beside: Beside;
  callbackId: string;
  /** The answer to confirm; undefined once it can no longer serve. */
  asked?: { title: string; answer: ClickAnswer };
}

/** What an answer's key asks to confirm; a GET does nothing else. Throws NotFoundError for a key that was never made. */
export function readClick(token: string): Click {
  const { locale, key, actor, providerId } = openKey(token);
  const action = key.isExpired ? undefined : findOpen(actor, key.actionId);
  const page = { locale, beside: readBeside(providerId, { locale }).beside, callbackId: newId() };
  return action ? { ...page, asked: { title: action.title, answer: key.answer } } : page;
}

/** Keeps the answer that a key stands for; false once the step is behind, or the key too old. */
export function confirmClick(token: string, comment: string): boolean {
  const { key, actor, contactId } = openKey(token);
  const action = key.isExpired ? undefined : findOpen(actor, key.actionId);
  if (!action) return false;
  answerAction(actor, authorize(actor, "plan.answer", action), { answer: key.answer, comment, contactId });
  return true;
}

/** « Rappelez-moi » from the page of an answer, an old one too: it still knows who asks; a few an hour for one contact. */
export async function callByClick(token: string, fields: FormData): Promise<string> {
  const { actor, contactId, providerId } = openKey(token);
  if (await isLimited("mailbox", contactId)) throw new NotFoundError("answer");
  await countAttempt("mailbox", contactId);
  return takeCallback(actor, providerId, { fields, contactId }).text;
}

/** The contact of a key, while still one of the provider, as who came by a link: that provider's plan alone. */
function openKey(token: string) {
  const key = readAnswerKey(token, now());
  if (!key) throw new NotFoundError("answer");
  const still = or(isNull(contacts.endsOn), gt(contacts.endsOn, dayOfContact(key.contactId, now())));
  const contact = db()
    .select({ id: contacts.id, providerId: contacts.providerId, locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.id, key.contactId), isNull(contacts.deletedAt), still))
    .get();
  if (!contact) throw new NotFoundError("contact");
  const actor = keyHolder(contact.id, { locale: contact.locale, providerIds: [contact.providerId] });
  return { key, actor, contactId: contact.id, providerId: contact.providerId, locale: contact.locale };
}

function findOpen(actor: Actor, actionId: string) {
  try {
    const action = getAction(actor, actionId, "plan.answer");
    return isOpen(action.state) ? action : undefined;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
