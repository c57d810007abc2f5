import { and, eq, isNull } from "drizzle-orm";
import { keyHolder } from "~/access/actor";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts } from "~/db/schema/providers.server";
import { besideAt, readBeside } from "~/features/accounts/beside.queries.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { answering, notFound } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { Reading } from "./letter-keys.server";

/**
 * What a page behind a key shows: whose letter, at which address. A key whose time is over gets the words that say so,
 * and whom to call all the same. Throws NotFoundError for a key that was never made.
 */
export function describeReading(reading: (Reading & { isExpired?: boolean }) | undefined, kind: "confirm" | "off") {
  if (!reading) throw new NotFoundError("letter");
  const contact = db().select().from(contacts).where(eq(contacts.id, reading.contactId)).get();
  const { ownerId } = reading;
  const office = db().select({ name: organisations.name }).from(organisations).where(eq(organisations.id, ownerId)).get();
  const locale = contact?.locale ?? "fr";
  const t = translator(locale);
  const { page } = textsOf(locale, "letters").letters;
  const texts = textsOf(locale, "common", "beside");
  const callbackId = newId();
  const closed = { isOpen: false, title: page.spent, text: "", button: "", done: "", callbackId, locale, texts };
  if (!contact?.email || !office || contact.deletedAt !== null) {
    return { ...closed, mayCall: false, beside: besideAt(ownerId, { locale, userId: null }).beside };
  }
  const { beside } = readBeside(contact.providerId, { locale });
  if (reading.isExpired) return { ...closed, mayCall: true, beside };
  return {
    locale,
    texts,
    callbackId,
    mayCall: true,
    beside,
    isOpen: true,
    title: t(`letters:page.${kind}Title`, { office: office.name }),
    text: t(`letters:page.${kind}Text`, { email: contact.email }),
    button: page[kind],
    done: kind === "confirm" ? page.confirmed : page.ended,
  };
}

/** « Rappelez-moi » from the page of a letter's key; a few an hour for one contact. */
export async function callFromReading({ contactId }: Reading, fields: FormData): Promise<string> {
  const row = db()
    .select({ providerId: contacts.providerId, locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt)))
    .get();
  if (!row || (await isLimited("mailbox", contactId))) throw notFound();
  await countAttempt("mailbox", contactId);
  const holder = keyHolder(contactId, { locale: row.locale, providerIds: [row.providerId] });
  return answering(() => takeCallback(holder, row.providerId, { fields, contactId }).text);
}
