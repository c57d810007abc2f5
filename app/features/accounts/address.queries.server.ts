import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";

/** The mail address of a login; null when there is no such login. */
export function findEmail(userId: string): string | null {
  return db().select({ email: users.email }).from(users).where(eq(users.id, userId)).get()?.email ?? null;
}
