import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { failuresBeforeStop } from "./model";

/** Tells whoever made a webhook that it was stopped, and where to start it again. */
export function mailStopped(webhook: { id: string; ownerId: string; name: string; createdById: string }): void {
  const maker = db()
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, webhook.createdById))
    .get();
  if (!maker) return;
  const t = translator(maker.locale);
  const { appUrl } = config();
  const message = renderMail({
    locale: maker.locale,
    subject: t("webhooks:mail.subject", { name: webhook.name }),
    greeting: t("mails:hello", { name: maker.name }),
    paragraphs: [t("webhooks:mail.text", { name: webhook.name, count: failuresBeforeStop })],
    button: { label: t("webhooks:mail.button"), url: `${appUrl}${paths.webhook(webhook.id)}` },
    foot: [t("mails:foot"), t("mails:why", { url: appUrl })],
  });
  queueMail({ ownerId: webhook.ownerId, recipient: maker.email, kind: "webhook.stopped", ...message });
}
