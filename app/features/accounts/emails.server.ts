import { config } from "~/config.server";
import { renderMail } from "~/email/layout";
import { type Locale, translator } from "~/i18n/translate";
import type { Role } from "~/lib/vocabulary";
import type { besideOfLogin } from "./beside.queries.server";

/** Who stands beside the reader, when that is a host. */
type Signature = NonNullable<ReturnType<typeof besideOfLogin>>["signature"] | undefined;

interface Reader {
  name: string;
  locale: Locale;
}

/** The one-time link and its code, ten minutes; a host reads whom to call. */
export function signInLinkMail(reader: Reader, link: { url: string; code: string; beside: Signature }) {
  const t = translator(reader.locale);
  const code = `${link.code.slice(0, 4)} ${link.code.slice(4)}`;
  return renderMail({
    locale: reader.locale,
    subject: t("mails:signIn.subject"),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t("mails:signIn.intro")],
    button: { label: t("mails:signIn.button"), url: link.url },
    after: [t("mails:signIn.code", { code }), t("mails:signIn.ignore")],
    ...(link.beside ? { beside: link.beside } : {}),
    foot: [t("mails:foot"), t("mails:why", { url: config().appUrl })],
  });
}

/** Tells the owner of an account that its password changed (ASVS 6.3.7); a host reads whom to call. */
export function passwordChangedMail(reader: Reader, beside: Signature) {
  const t = translator(reader.locale);
  return renderMail({
    locale: reader.locale,
    subject: t("mails:passwordChanged.subject"),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [
      t("mails:passwordChanged.text"),
      t(beside ? "mails:passwordChanged.notYouHost" : "mails:passwordChanged.notYou"),
    ],
    ...(beside ? { beside } : {}),
    foot: [t("mails:foot"), config().appUrl],
  });
}

interface Invitation {
  name: string;
  url: string;
  grants: readonly { role: Role; organisation: string }[];
}

/** Who invites, into what, and the address that opens the account; in the inviter's language. */
export function invitationMail(inviter: Reader, { name, url, grants }: Invitation) {
  const t = translator(inviter.locale);
  const roles = grants.map((one) => `${t(`settings:roles.${one.role}`)}, ${one.organisation}`).join(t("common:semicolon"));
  return renderMail({
    locale: inviter.locale,
    subject: t("mails:invitation.subject", { inviter: inviter.name }),
    greeting: t("mails:hello", { name }),
    paragraphs: [t("mails:invitation.intro", { inviter: inviter.name, roles })],
    button: { label: t("mails:invitation.button"), url },
    after: [t("mails:invitation.until")],
    foot: [t("mails:foot"), config().appUrl],
  });
}
