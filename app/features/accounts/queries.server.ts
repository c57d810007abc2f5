import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { NotFoundError } from "~/lib/errors";

/** The actor's own profile, and whether a password is set; throws NotFoundError for one who came by a page link. */
export function getProfile(actor: Actor) {
  const user = db().select().from(users).where(eq(users.id, actor.userId)).get();
  if (!user) throw new NotFoundError("profile");
  const { passwordHash, ...profile } = user;
  return { ...profile, userId: user.id, hasPassword: passwordHash !== null };
}
