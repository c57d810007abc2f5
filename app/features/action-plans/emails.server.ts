import { config } from "~/config.server";
import { renderMail } from "~/email/layout";
import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";

interface PageLinkMail {
  locale: Locale;
  contact: string;
  head: { name: string; contactName: string | null; office: string | null; officePhone: string | null };
  token: string;
}

/** « Votre plan d’action »: the page link, who sends it, and why it came. */
export function pageLinkMail({ locale, contact, head, token }: PageLinkMail): { subject: string; html: string; text: string } {
  const t = translator(locale);
  const sender = [head.contactName, head.office, formatPhone(head.officePhone)].filter(Boolean).join(", ");
  return renderMail({
    locale,
    subject: t("actionPlans:mail.subject", { name: head.name }),
    greeting: t("actionPlans:mail.greeting", { name: contact }),
    paragraphs: [t("actionPlans:mail.intro", { name: head.name })],
    button: { label: t("actionPlans:mail.open"), url: `${config().appUrl}${paths.pageLink(token)}` },
    after: [t("actionPlans:mail.life")],
    foot: [sender, t("actionPlans:mail.why")],
  });
}
