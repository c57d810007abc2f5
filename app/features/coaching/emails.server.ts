import type { Letter } from "~/features/accounts/host-mail.commands.server";
import { type Locale, translator } from "~/i18n/translate";

interface SummaryLetter {
  locale: Locale;
  /** The contact's. */
  name: string;
  office: string;
  subject: string;
  body: string;
}

/** The summary of a session, to one contact in their language; its body is the facilitator's own text. */
export function summaryLetter({ locale, name, office, subject, body }: SummaryLetter): Letter {
  const t = translator(locale);
  return {
    subject,
    greeting: t("coachingLetter:greetingTo", { name }),
    paragraphs: body.split(/\r?\n\s*\r?\n/).filter((text) => text.trim() !== ""),
    foot: [t("coachingLetter:why", { office })],
  };
}
