import { db } from "~/db/client.server";
import { drafts } from "~/db/schema/work.server";
import { newId } from "~/lib/ids";

/**
 * What was posted with an expired session becomes a draft of its own user, and refills the form
 * after sign-in (design 3.3). A revoked or unknown session keeps nothing: nobody owns it. Answers
 * whether something was kept.
 */
export async function keepExpiredPost(request: Request, userId: string | undefined): Promise<boolean> {
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  if (request.method !== "POST" || !userId || !isForm) return false;
  const fields = await request.clone().text();
  const form = new URL(request.url).pathname;
  db().insert(drafts).values({ id: newId(), userId, form, fields, updatedAt: Date.now() }).run();
  return true;
}
