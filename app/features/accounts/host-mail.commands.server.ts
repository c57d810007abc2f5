import { and, eq, isNull } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts } from "~/db/schema/providers.server";
import { type Message, renderMail } from "~/email/layout";
import { type Attachment, queueMail } from "~/email/outbox.server";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { type Beside, besideAt, linesOfBeside, readBeside } from "./beside.queries.server";
import { makePageLink } from "./page-links.commands.server";

export interface HostMail {
  /** What it is, for whoever asks what was sent. */
  kind: string;
  ownerId: string;
  /** Null for someone who is nobody's yet: no page of theirs exists, the office is named all the same. */
  providerId: string | null;
  /** A contact gets a page link; a login alone gets plain addresses (design 3.5). */
  contactId?: string | null | undefined;
  recipient: string;
  locale: Locale;
  /** Whoever wrote it, when that is not the referent: shown, and answered to. */
  writerId?: string | null | undefined;
  /** The id of its page link, when the caller's command names one. */
  linkId?: string | undefined;
  unsubscribeUrl?: string | undefined;
  attachments?: Attachment[] | undefined;
  /** See the outbox: a reminder is worth nothing once the day is over. */
  isPerishable?: boolean;
}

export interface Places {
  /** The provider's name. */
  name: string;
  /** The plan, opened on one step. */
  plan: (step?: string) => string;
}

export type Letter = Omit<Message, "locale" | "beside">;

/**
 * Puts a mail to a host in the outbox, in the transaction that is open, and answers its id. Each one
 * shows who stands beside the host, their number, days and « Rappelez-moi », and is answered to them;
 * the first one to somebody whom an import brought tells what the office does with their data.
 */
export function queueHostMail(mail: HostMail, write: (places: Places) => Letter): string {
  const { beside, replyTo, places } = placesOf(mail);
  const call = mail.providerId
    ? { call: { label: translator(mail.locale)("beside:callMe"), url: `${places.plan()}#contact` } }
    : {};
  const letter = write(places);
  const after = [...(letter.after ?? []), ...informOnce(mail)];
  const message = renderMail({
    ...letter,
    after,
    locale: mail.locale,
    beside: { lines: linesOfBeside(mail.locale, beside), ...call },
  });
  const { kind, ownerId, recipient, unsubscribeUrl, attachments, isPerishable = false } = mail;
  return queueMail({
    ...{ kind, ownerId, recipient, replyTo, isPerishable },
    ...(mail.providerId ? { providerId: mail.providerId } : {}),
    ...(mail.contactId ? { contactId: mail.contactId } : {}),
    ...(unsubscribeUrl ? { unsubscribeUrl } : {}),
    ...(attachments ? { attachments } : {}),
    ...message,
  });
}

function placesOf(mail: HostMail): { beside: Beside; replyTo: string | null; places: Places } {
  const { providerId, contactId, locale, writerId } = mail;
  if (providerId === null) {
    const found = besideAt(mail.ownerId, { locale, userId: writerId });
    return { ...found, places: { name: "", plan: () => config().appUrl } };
  }
  const { provider, ...referent } = readBeside(providerId, { locale });
  // Whoever wrote may belong to another office than the provider's: a pooled workshop's.
  const found = writerId ? besideAt(mail.ownerId, { locale, userId: writerId }) : referent;
  const token = contactId ? makePageLink({ id: mail.linkId ?? newId(), providerId, contactId, at: now() }) : undefined;
  const plan = (step?: string) => {
    const path = token ? paths.pageLink(token, { step }) : paths.my(step ? { step } : { provider: providerId });
    return `${config().appUrl}${path}`;
  };
  return { ...found, places: { name: provider, plan } };
}

/** The information notice, with the first mail to someone whom an import brought (GDPR, articles 14 and 21.4); empty ever after. */
export function informOnce({ ownerId, contactId, locale }: Pick<HostMail, "ownerId" | "contactId" | "locale">): string[] {
  if (!contactId) return [];
  const imported = and(eq(contacts.id, contactId), eq(contacts.origin, "import"), isNull(contacts.informedAt));
  const { changes } = db().update(contacts).set({ informedAt: now() }).where(imported).run();
  if (changes === 0) return [];
  const { name, retentionMonths } = organisations;
  const office = db().select({ name, months: retentionMonths }).from(organisations).where(eq(organisations.id, ownerId)).get();
  return office ? [translator(locale)("beside:information", { office: office.name, months: office.months })] : [];
}
