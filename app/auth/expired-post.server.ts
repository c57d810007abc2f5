import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { authSessions } from "~/db/schema/accounts.server";
import { drafts } from "~/db/schema/work.server";
import { newId } from "~/lib/ids";
import { sessionHash } from "./lucia.server";
import { readSessionId } from "./session-cookie.server";

/**
 * What was posted with an expired session becomes a draft of its own user, and refills the form
 * after sign-in (design 3.3). A revoked or unknown session keeps nothing: nobody owns it.
 */
export async function keepExpiredPost(request: Request): Promise<void> {
  const id = readSessionId(request);
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  if (request.method !== "POST" || !id || !isForm) return;
  const session = db()
    .select()
    .from(authSessions)
    .where(eq(authSessions.id, sessionHash(id)))
    .get();
  if (!session) return;
  const fields = await request.clone().text();
  const form = new URL(request.url).pathname;
  db().insert(drafts).values({ id: newId(), userId: session.userId, form, fields, updatedAt: Date.now() }).run();
}
