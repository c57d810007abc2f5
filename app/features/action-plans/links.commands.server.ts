import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { pageLinks } from "~/db/schema/accounts.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { pageLinkLetter } from "./emails.server";
import { findContactForLink } from "./links.queries.server";

/** Makes a page link for a contact of the provider and mails it. Throws RuleError `contactWithoutMail`. */
export function sendPageLink(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "plan.edit">,
  input: { id: string; contactId: string },
): void {
  run(actor, { name: "pageLink.send", id: input.id, input, ownerId: provider.ownerId }, () => {
    mailLink({ id: input.id, providerId: provider.id, contactId: input.contactId });
  });
}

/** Ends a page link at once. */
export function revokePageLink(actor: Actor, link: Authorized<{ id: string; ownerId: string }, "plan.edit">): void {
  run(actor, { name: "pageLink.revoke", id: link.id, input: null, ownerId: link.ownerId, isOnce: false }, ({ now }) => {
    db().update(pageLinks).set({ revokedAt: now }).where(eq(pageLinks.id, link.id)).run();
  });
}

/**
 * Sends a fresh link in place of an expired one, to the contact that it was made for and nobody
 * else. Throws RuleError `contactWithoutMail`, NotFoundError when the contact has left or the link was revoked.
 */
export function renewPageLink(
  actor: Actor,
  expired: { id: string; providerId: string; contactId: string | null; revokedAt: number | null },
): void {
  const { providerId, contactId } = expired;
  if (contactId === null || expired.revokedAt !== null) throw new NotFoundError("pageLink");
  run(actor, { name: "pageLink.renew", id: expired.id, input: null, isOnce: false }, () => {
    mailLink({ id: newId(), providerId, contactId });
  });
}

function mailLink(link: { id: string; providerId: string; contactId: string }): void {
  const contact = findContactForLink(link.providerId, link.contactId);
  if (!contact) throw new NotFoundError("contact");
  if (!contact.email) throw new RuleError("contactWithoutMail", {}, "contactId");
  const { id: linkId, providerId, contactId } = link;
  const { ownerId, email: recipient, locale } = contact;
  const mail = { kind: "pageLink", ownerId, providerId, contactId, recipient, locale, linkId };
  queueHostMail(mail, (places) => pageLinkLetter({ locale, contact: contact.name, places }));
}
