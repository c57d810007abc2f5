import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { pageLinks } from "~/db/schema/accounts.server";
import { queueMail } from "~/email/outbox.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { pageLinkMail } from "./emails.server";
import { hashOfToken, makeToken } from "./link-token.server";
import { findContactForLink, getLinkSender } from "./links.queries.server";
import { pageLinkLifeMs } from "./model";

/** Makes a page link for a contact of the provider and mails it. Throws RuleError `contactWithoutMail`. */
export function sendPageLink(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "plan.edit">,
  input: { id: string; contactId: string },
): void {
  run(actor, { name: "pageLink.send", id: input.id, input, ownerId: provider.ownerId }, ({ now }) => {
    mailLink({ id: input.id, providerId: provider.id, contactId: input.contactId, at: now });
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
  run(actor, { name: "pageLink.renew", id: expired.id, input: null, isOnce: false }, ({ now }) => {
    mailLink({ id: newId(), providerId, contactId, at: now });
  });
}

/** A fresh page link for a contact, for a mail that the caller writes; answers its token, kept nowhere. */
export function makePageLink(link: { id: string; providerId: string; contactId: string; at: number }): string {
  const token = makeToken();
  const { at, ...row } = link;
  db()
    .insert(pageLinks)
    .values({ ...row, tokenHash: hashOfToken(token), createdAt: at, expiresAt: at + pageLinkLifeMs })
    .run();
  return token;
}

function mailLink(link: { id: string; providerId: string; contactId: string; at: number }): void {
  const contact = findContactForLink(link.providerId, link.contactId);
  if (!contact) throw new NotFoundError("contact");
  if (!contact.email) throw new RuleError("contactWithoutMail", {}, "contactId");
  const { providerId } = link;
  const token = makePageLink(link);
  const head = getLinkSender(providerId);
  const mail = pageLinkMail({ locale: contact.locale, contact: contact.name, head, token });
  const about = { kind: "pageLink", providerId, contactId: link.contactId };
  queueMail({
    ...about,
    ownerId: contact.ownerId,
    recipient: contact.email,
    replyTo: head.contactEmail ?? head.officeEmail,
    ...mail,
  });
}
