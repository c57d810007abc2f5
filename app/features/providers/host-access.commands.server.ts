import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { providerAccesses } from "~/db/schema/accounts.server";
import type { contacts } from "~/db/schema/providers.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { createUser } from "~/features/accounts/people.commands.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { addDays } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { findHostAccess, findLogin, isMailboxShared } from "./host-access.queries.server";

type Contact = typeof contacts.$inferSelect;

/**
 * Opens the provider's space to a contact's own address and tells them how to come in; an address that
 * has a login already keeps it, and two people with one mailbox share it. Nothing when it is open.
 * Throws RuleError `contactWithoutMail` without an address, or for someone who has left.
 */
export function openHostAccess(actor: Actor, contact: Authorized<Contact, "provider.correct">): void {
  const { id, ownerId, providerId, locale, name } = contact;
  const email = contact.email?.toLowerCase();
  run(actor, { name: "contact.openAccess", id, input: null, ownerId, isOnce: false }, ({ now }) => {
    const today = dayAt(ownerId, now);
    if (!email || (contact.endsOn !== null && contact.endsOn <= today)) throw new RuleError("contactWithoutMail");
    if (findHostAccess(contact, today)) return;
    const login = findLogin(email) ?? createUser(actor, { id: newId(), email, name, locale, passwordHash: null });
    db().insert(providerAccesses).values({ id: newId(), providerId, userId: login.id, startsOn: today, createdAt: now }).run();
    const t = translator(locale);
    queueHostMail({ kind: "access", ownerId, providerId, contactId: id, recipient: email, locale }, (places) => ({
      subject: t("records:access.mail.subject", { name: places.name }),
      greeting: t("mails:hello", { name }),
      paragraphs: [t("records:access.mail.intro", { name: places.name })],
      button: { label: t("actionPlans:mail.open"), url: places.plan() },
      after: [t("records:access.mail.signIn", { url: `${config().appUrl}${paths.login()}`, email })],
      foot: [t("actionPlans:mail.why")],
    }));
  });
}

/** Closes the space to a contact's address, from now on. */
export function closeHostAccess(actor: Actor, contact: Authorized<Contact, "provider.correct">): void {
  run(actor, { name: "contact.closeAccess", id: contact.id, input: null, ownerId: contact.ownerId, isOnce: false }, ({ now }) => {
    endAccess(contact, { today: dayAt(contact.ownerId, now), from: dayAt(contact.ownerId, now) });
  });
}

/**
 * Ends the access that an address had when the contact leaves, is deleted or changes its address, from
 * `from` on (that day is out), unless somebody else of the provider reads the same mailbox; inside the
 * caller's transaction.
 */
export function endAccessOf(
  contact: { id: string; providerId: string; email: string | null },
  at: { today: string; from: string },
): void {
  if (!isMailboxShared(contact, at.today)) endAccess(contact, at);
}

function endAccess(contact: { providerId: string; email: string | null }, at: { today: string; from: string }): void {
  const access = findHostAccess(contact, at.today);
  if (!access) return;
  db()
    .update(providerAccesses)
    .set({ endsOn: addDays(at.from, -1) })
    .where(eq(providerAccesses.id, access.id))
    .run();
}
