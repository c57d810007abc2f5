import { config } from "~/config.server";
import { renderMail } from "~/email/layout";
import { type Locale, translator } from "~/i18n/translate";

interface Reader {
  name: string;
  locale: Locale;
}

/** The one-time link and its code, ten minutes. */
export function signInLinkMail(reader: Reader, link: { url: string; code: string }) {
  const t = translator(reader.locale);
  const code = `${link.code.slice(0, 4)} ${link.code.slice(4)}`;
  return renderMail({
    locale: reader.locale,
    subject: t("mails:signIn.subject"),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t("mails:signIn.intro")],
    button: { label: t("mails:signIn.button"), url: link.url },
    after: [t("mails:signIn.code", { code }), t("mails:signIn.ignore")],
    foot: [t("mails:foot"), t("mails:why", { url: config().appUrl })],
  });
}
