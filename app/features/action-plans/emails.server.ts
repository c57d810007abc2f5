import type { Letter, Places } from "~/features/accounts/host-mail.commands.server";
import { type Locale, translator } from "~/i18n/translate";

/** « Votre plan d’action »: the page link, and why it came. */
export function pageLinkLetter({ locale, contact, places }: { locale: Locale; contact: string; places: Places }): Letter {
  const t = translator(locale);
  const { name } = places;
  return {
    subject: t("actionPlans:mail.subject", { name }),
    greeting: t("actionPlans:mail.greeting", { name: contact }),
    paragraphs: [t("actionPlans:mail.intro", { name })],
    button: { label: t("actionPlans:mail.open"), url: places.plan() },
    after: [t("actionPlans:mail.life")],
    foot: [t("actionPlans:mail.why")],
  };
}
