import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { type Actor, keyHolder } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { hashToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { pageLinks } from "~/db/schema/accounts.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { dayAt, dayOfProvider } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";

export type PageLinkState = "valid" | "expired" | "revoked";

/** The page link of a token, its state, and the office to turn to; throws NotFoundError for a token that never was. */
export function getPageLink(token: string) {
  const row = db()
    .select({
      id: pageLinks.id,
      providerId: pageLinks.providerId,
      contactId: pageLinks.contactId,
      expiresAt: pageLinks.expiresAt,
      revokedAt: pageLinks.revokedAt,
      locale: contacts.locale,
      email: contacts.email,
      ownerId: providers.ownerId,
      endsOn: contacts.endsOn,
    })
    .from(pageLinks)
    .innerJoin(providers, and(eq(providers.id, pageLinks.providerId), isNull(providers.deletedAt)))
    .leftJoin(contacts, and(eq(contacts.id, pageLinks.contactId), isNull(contacts.deletedAt)))
    .where(eq(pageLinks.tokenHash, hashToken(token)))
    .get();
  if (!row) throw new NotFoundError("pageLink");
  return { ...row, state: stateOf(row) };
}

/** Who comes by a valid page link: that provider's plan, and nothing else. */
export function actorOfLink(link: ReturnType<typeof getPageLink>): Actor {
  return keyHolder(link.id, { locale: link.locale ?? "fr", providerIds: [link.providerId] });
}

/** The page links of a provider that still open its plan, the last one first. */
export function listPageLinks(actor: Actor, providerId: string) {
  return db()
    .select({ id: pageLinks.id, contact: contacts.name, createdAt: pageLinks.createdAt, expiresAt: pageLinks.expiresAt })
    .from(pageLinks)
    .innerJoin(providers, eq(providers.id, pageLinks.providerId))
    .leftJoin(contacts, eq(contacts.id, pageLinks.contactId))
    .where(
      and(
        scope(actor, "plan.edit", { ownerId: providers.ownerId }),
        eq(pageLinks.providerId, providerId),
        isNull(pageLinks.revokedAt),
        gt(pageLinks.expiresAt, now()),
      ),
    )
    .orderBy(desc(pageLinks.createdAt))
    .limit(20)
    .all();
}

/** One page link with its owner, in the scope of `plan.edit`; throws NotFoundError out of sight. */
export function getPageLinkToRevoke(actor: Actor, pageLinkId: string) {
  const row = db()
    .select({ id: pageLinks.id, ownerId: providers.ownerId, providerId: pageLinks.providerId })
    .from(pageLinks)
    .innerJoin(providers, eq(providers.id, pageLinks.providerId))
    .where(and(scope(actor, "plan.edit", { ownerId: providers.ownerId }), eq(pageLinks.id, pageLinkId)))
    .get();
  if (!row) throw new NotFoundError("pageLink");
  return row;
}

/** The contact that a link is mailed to, while still one of the provider; undefined otherwise. */
export function findContactForLink(providerId: string, contactId: string) {
  const today = dayOfProvider(providerId, now());
  const still = and(isNull(contacts.deletedAt), or(isNull(contacts.endsOn), gt(contacts.endsOn, today)));
  return db()
    .select({ ownerId: contacts.ownerId, name: contacts.name, email: contacts.email, locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), eq(contacts.providerId, providerId), still))
    .get();
}

/** A link ends with its contact: someone who left reads no plan. */
function stateOf(row: {
  revokedAt: number | null;
  expiresAt: number;
  ownerId: string;
  contactId: string | null;
  locale: string | null;
  endsOn: string | null;
}): PageLinkState {
  const isGone = row.contactId !== null && row.locale === null;
  const hasLeft = row.endsOn !== null && row.endsOn <= dayAt(row.ownerId, now());
  if (row.revokedAt !== null || isGone || hasLeft) return "revoked";
  return row.expiresAt <= now() ? "expired" : "valid";
}
