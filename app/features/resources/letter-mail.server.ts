import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import { confirmKey, offKey } from "./letter-keys.server";
import type { LetterReader } from "./letter-readers.queries.server";

const absolute = (path: string): string => new URL(path, config().appUrl).href;

/** Who writes: the office, and the person whom an answer reaches. */
export interface Sender {
  ownerId: string;
  office: string;
  phone: string;
  replyTo: string;
}

/** The office and the person who sends; throws NotFoundError once the office is gone. */
export function senderOf(ownerId: string, userId: string): Sender {
  const office = db().select().from(organisations).where(eq(organisations.id, ownerId)).get();
  if (!office) throw new NotFoundError("office");
  const person = db().select({ email: users.email }).from(users).where(eq(users.id, userId)).get();
  const phone = office.phone ? formatPhone(office.phone) : "";
  return { ownerId, office: office.name, phone: phone ?? "", replyTo: person?.email ?? office.email ?? "" };
}

interface Letter {
  subject: string;
  intro: string;
  items: readonly { title: string; url: string; summary: string }[];
}

/** Puts a letter for one reader in the outbox, in the lane of what may wait; answers the mail's id. */
export function mailLetter(sender: Sender, reader: LetterReader, letter: Letter): string {
  const t = translator(reader.locale);
  const off = absolute(paths.letterOff(offKey({ contactId: reader.contactId, ownerId: sender.ownerId })));
  const mail = renderMail({
    locale: reader.locale,
    subject: letter.subject,
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: letter.intro.split(/\n{2,}/).filter(Boolean),
    items: letter.items.map(({ title, url, summary }) => ({
      title,
      text: summary,
      links: [{ label: t("letters:read"), url }],
    })),
    foot: [signatureOf(sender), t("letters:why", { office: sender.office }), `${t("letters:stop")} ${off}`],
  });
  return queueMail({ kind: "letter", ...addressed(sender, reader), unsubscribeUrl: off, ...mail, isBulk: true });
}

/** Asks one contact to confirm that they want the letter: nothing else is in the mail. */
export function mailConfirmation(sender: Sender, reader: LetterReader): string {
  const t = translator(reader.locale);
  const key = confirmKey({ contactId: reader.contactId, ownerId: sender.ownerId }, now());
  const mail = renderMail({
    locale: reader.locale,
    subject: t("letters:ask.subject", { office: sender.office }),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t("letters:ask.text", { office: sender.office })],
    button: { label: t("letters:ask.button"), url: absolute(paths.letterConfirm(key)) },
    after: [t("letters:ask.otherwise")],
    foot: [signatureOf(sender)],
  });
  return queueMail({ kind: "letterConfirm", ...addressed(sender, reader), ...mail, isBulk: true });
}

const signatureOf = ({ office, phone }: Sender): string => [office, phone].filter(Boolean).join(", ");

const addressed = (sender: Sender, { email, providerId, contactId }: LetterReader) => ({
  ownerId: sender.ownerId,
  recipient: email,
  replyTo: sender.replyTo || null,
  providerId,
  contactId,
});
