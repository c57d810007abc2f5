import { renderMail } from "~/email/layout";
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
export function summaryMail({ locale, name, office, subject, body }: SummaryLetter) {
  const t = translator(locale);
  return renderMail({
    locale,
    subject,
    greeting: t("coachingLetter:greetingTo", { name }),
    paragraphs: body.split(/\r?\n\s*\r?\n/).filter((text) => text.trim() !== ""),
    foot: [t("coachingLetter:why", { office })],
  });
}
