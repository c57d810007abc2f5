import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { linesOfBeside, readBeside } from "~/features/accounts/beside.queries.server";
import { informOnce } from "~/features/accounts/host-mail.commands.server";
import { makePageLink } from "~/features/accounts/page-links.commands.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import { confirmKey, offKey } from "./letter-keys.server";
import type { LetterReader } from "./letter-readers.queries.server";

const absolute = (path: string): string => new URL(path, config().appUrl).href;

/** Who writes: the office. */
export interface Sender {
  ownerId: string;
  office: string;
  phone: string;
}

/** The office that sends; throws NotFoundError once the office is gone. */
export function senderOf(ownerId: string): Sender {
  const office = db().select().from(organisations).where(eq(organisations.id, ownerId)).get();
  if (!office) throw new NotFoundError("office");
  const phone = office.phone ? formatPhone(office.phone) : "";
  return { ownerId, office: office.name, phone: phone ?? "" };
}

interface Letter {
  subject: string;
  intro: string;
  items: readonly { title: string; url: string; summary: string }[];
}

/** What a mail needs to know of its reader. */
type Addressee = Pick<LetterReader, "contactId" | "providerId" | "name" | "email" | "locale">;

/** Who stands beside the reader, « Rappelez-moi », and where an answer goes: as each mail to a host. */
function besideOf(reader: Addressee) {
  const { beside, replyTo } = readBeside(reader.providerId, { locale: reader.locale });
  const link = makePageLink({ id: newId(), providerId: reader.providerId, contactId: reader.contactId, at: now() });
  const call = { label: translator(reader.locale)("beside:callMe"), url: `${absolute(paths.pageLink(link))}#contact` };
  return { beside: { lines: linesOfBeside(reader.locale, beside), call }, replyTo };
}

/** Puts a letter for one reader in the outbox, in the lane of what may wait; answers the mail's id. */
export function mailLetter(sender: Sender, reader: LetterReader, letter: Letter): string {
  const t = translator(reader.locale);
  const { beside, replyTo } = besideOf(reader);
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
    beside,
    foot: [signatureOf(sender), t("letters:why", { office: sender.office }), `${t("letters:stop")} ${off}`],
  });
  return queueMail({ kind: "letter", ...addressed(sender, reader), replyTo, unsubscribeUrl: off, ...mail, isBulk: true });
}

/** Asks one contact to confirm that they want the letter: nothing else is in the mail. At once where they asked for it themselves. */
export function mailConfirmation(sender: Sender, reader: Addressee, { isOwnWish = false } = {}): string {
  const t = translator(reader.locale);
  const { beside, replyTo } = besideOf(reader);
  const key = confirmKey({ contactId: reader.contactId, ownerId: sender.ownerId }, now());
  const mail = renderMail({
    locale: reader.locale,
    subject: t("letters:ask.subject", { office: sender.office }),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t(isOwnWish ? "letters:ask.wish" : "letters:ask.text", { office: sender.office })],
    button: { label: t("letters:ask.button"), url: absolute(paths.letterConfirm(key)) },
    after: [
      t(isOwnWish ? "letters:ask.otherwiseWish" : "letters:ask.otherwise"),
      ...informOnce({ ownerId: sender.ownerId, contactId: reader.contactId, locale: reader.locale }),
    ],
    beside,
    foot: [signatureOf(sender)],
  });
  return queueMail({ kind: "letterConfirm", ...addressed(sender, reader), replyTo, ...mail, isBulk: !isOwnWish });
}

const signatureOf = ({ office, phone }: Sender): string => [office, phone].filter(Boolean).join(", ");

const addressed = (sender: Sender, { email, providerId, contactId }: Addressee) => ({
  ownerId: sender.ownerId,
  recipient: email,
  providerId,
  contactId,
});
