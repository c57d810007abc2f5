import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { authSessions, memberships, providerAccesses, signInLinks, users } from "~/db/schema/accounts.server";
import { noticeChoices } from "~/db/schema/notifications.server";
import { resourceMarks } from "~/db/schema/resources.server";
import { drafts } from "~/db/schema/work.server";

/**
 * Closes the accesses to a provider, in the transaction that is open. A login that opens nothing else is
 * forgotten too: name, address, password, devices, what it marked.
 */
export function forgetLogins(providerId: string, at: number): void {
  const ids = listLoginsOf(providerId);
  db().delete(providerAccesses).where(eq(providerAccesses.providerId, providerId)).run();
  for (const userId of ids.filter((id) => !opensMore(id))) {
    db().delete(authSessions).where(eq(authSessions.userId, userId)).run();
    db().delete(signInLinks).where(eq(signInLinks.userId, userId)).run();
    db().delete(resourceMarks).where(eq(resourceMarks.userId, userId)).run();
    db().delete(noticeChoices).where(eq(noticeChoices.personId, userId)).run();
    db().delete(drafts).where(eq(drafts.userId, userId)).run();
    db()
      .update(users)
      .set({ name: "—", email: `${userId}@efface.invalid`, phone: null, jobTitle: null, passwordHash: null, suspendedAt: at })
      .where(eq(users.id, userId))
      .run();
  }
}

function listLoginsOf(providerId: string): string[] {
  return db()
    .selectDistinct({ id: providerAccesses.userId })
    .from(providerAccesses)
    .where(eq(providerAccesses.providerId, providerId))
    .all()
    .map((row) => row.id);
}

/** Another provider, or a role at an office, past ones too: what they did there keeps their name. */
function opensMore(userId: string): boolean {
  const access = db().select({ id: providerAccesses.id }).from(providerAccesses).where(eq(providerAccesses.userId, userId)).get();
  const membership = db().select({ id: memberships.id }).from(memberships).where(eq(memberships.userId, userId)).get();
  return access !== undefined || membership !== undefined;
}
