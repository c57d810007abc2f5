import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { translator } from "~/i18n/translate";
import { signToken } from "~/lib/signed-token.server";
import { paths } from "~/paths";
import { practicalLines } from "./emails.server";
import { findInvitation } from "./invitations.queries.server";
import { answersGoTo, type Matter, placeOf, readMatter } from "./notices.server";
import { describeParts } from "./when.server";

const absolute = (path: string): string => new URL(path, config().appUrl).href;

/** The key of an invitation's page: good for that invitation alone, until the workshop begins. */
export const invitationKey = (invitationId: string): string => signToken(config().secret, "workshopInvitation", [invitationId]);

/** Puts an invitation or its one reminder in the outbox, in the transaction that is open; answers the mail's id. */
export function mailInvitation(invitationId: string, kind: "invitation" | "invitation_reminder"): string {
  const opened = findInvitation(invitationId);
  const matter = opened && readMatter(opened.workshop.id);
  if (!opened || !matter) throw new Error("the invitation is written before its mail");
  const { invitation, office, provider, contact } = opened;
  const { locale } = contact;
  const t = translator(locale);
  const off = absolute(paths.unsubscribe(signToken(config().secret, "unsubscribe", ["contact", contact.id])));
  const about = { title: matter.workshop.title, office: office.name, establishment: provider.name };
  const isHost = office.id === matter.office?.id;
  const mail = {
    ...{ kind: "workshopInvitation", ownerId: office.id, recipient: invitation.email, locale, unsubscribeUrl: off },
    ...{ providerId: provider.id, contactId: contact.id, writerId: isHost ? matter.facilitator?.id : null },
  };
  return queueHostMail(mail, () => ({
    subject: t(`workshopMails:${kind}.subject`, about),
    greeting: t("mails:hello", { name: contact.name }),
    paragraphs: [
      t(`workshopMails:${kind}.intro`, about),
      summaryOf(matter.workshop.description),
      ...practicalOf(matter, locale),
    ].filter(Boolean),
    button: { label: t(`workshopMails:${kind}.button`), url: absolute(paths.workshopInvitation(invitationKey(invitation.id))) },
    foot: [t("workshopMails:invitation.why", about), `${t("notices:mail.choose")} ${off}`],
  }));
}

/** Tells one person of an office that an invitation waits to be sent on. */
export function mailCall(matter: Matter, organisationId: string, userId: string): void {
  const person = db().select().from(users).where(eq(users.id, userId)).get();
  const office = db().select().from(organisations).where(eq(organisations.id, organisationId)).get();
  if (!person || !office) return;
  const t = translator(person.locale);
  const about = { title: matter.workshop.title, from: matter.office?.name ?? "", office: office.name };
  const mail = renderMail({
    locale: person.locale,
    subject: t("workshopMails:call.subject", about),
    greeting: t("mails:hello", { name: person.name }),
    paragraphs: [t("workshopMails:call.intro", about), ...practicalOf(matter, person.locale)],
    button: {
      label: t("workshopMails:call.button"),
      url: absolute(paths.workshopInvitations(matter.workshop.id, { office: organisationId })),
    },
    foot: [t("workshopMails:call.why", about)],
  });
  queueMail({ kind: "workshopCall", ownerId: organisationId, recipient: person.email, replyTo: answersGoTo(matter), ...mail });
}

const summaryOf = (description: string): string =>
  description
    .replace(/[#*_>`]/g, "")
    .trim()
    .slice(0, 400);

function practicalOf(matter: Matter, locale: "fr" | "en"): string[] {
  const { workshop, parts } = matter;
  return practicalLines(locale, {
    dates: describeParts(locale, parts, workshop.zone),
    place: workshop.place === "online" ? null : placeOf(workshop),
    video: null,
    bring: workshop.bring,
    price: workshop.price,
  });
}
