import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import type { KeyHolder } from "./beside-page.server";
import { readMatter } from "./notices.server";

/** Tells whoever runs a workshop, else its office, that a visitor who is nobody's provider asks to be called. */
export function mailCallback(holder: KeyHolder, words: string): void {
  const { workshop } = holder;
  const recipient = recipientOf(workshop.id);
  if (!recipient) return;
  const { email, locale, name } = recipient;
  const t = translator(locale);
  const { appUrl } = config();
  const who = [holder.name, holder.establishment].filter(Boolean).join(", ");
  const reach = [holder.phone && formatPhone(holder.phone), holder.email].filter(Boolean).join(" · ");
  const message = renderMail({
    locale,
    subject: t("workshopMails:callback.subject", { who }),
    greeting: t("mails:hello", { name }),
    paragraphs: [t("workshopMails:callback.intro", { who, title: workshop.title }), reach, words].filter(Boolean),
    button: { label: t("workshopMails:callback.button"), url: `${appUrl}${paths.workshop(workshop.id)}` },
    foot: [t("mails:foot"), t("mails:why", { url: appUrl })],
  });
  queueMail({ kind: "workshopCallback", ownerId: workshop.ownerId, recipient: email, replyTo: holder.email, ...message });
}

/** The first facilitator of the workshop, else its office's own address; undefined without either. */
function recipientOf(workshopId: string): { email: string; name: string; locale: Locale } | undefined {
  const { facilitator, office } = readMatter(workshopId) ?? {};
  const person = facilitator && db().select({ locale: users.locale }).from(users).where(eq(users.id, facilitator.id)).get();
  if (facilitator && person) return { email: facilitator.email, name: facilitator.name, locale: person.locale };
  return office?.email ? { email: office.email, name: office.name, locale: "fr" } : undefined;
}
