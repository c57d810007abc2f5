import { hashToken, newToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { pageLinks } from "~/db/schema/accounts.server";

/** A page link lives 90 days (design 3.5), milliseconds. */
const pageLinkLifeMs = 90 * 86_400_000;

/** A fresh page link for a contact, for a mail that the caller writes; answers its token, kept nowhere. */
export function makePageLink(link: { id: string; providerId: string; contactId: string; at: number }): string {
  const token = newToken();
  const { at, ...row } = link;
  db()
    .insert(pageLinks)
    .values({ ...row, tokenHash: hashToken(token), createdAt: at, expiresAt: at + pageLinkLifeMs })
    .run();
  return token;
}
