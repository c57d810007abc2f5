import { keepDraft } from "~/commands/drafts.server";

/**
 * What was posted with an expired session becomes a draft of its own user, and refills the form
 * after sign-in (design 3.3). A revoked or unknown session keeps nothing: nobody owns it. Answers
 * the draft's id; `form` is the form's own path, where it was posted to another.
 */
export async function keepExpiredPost(
  request: Request,
  userId: string | undefined,
  form = new URL(request.url).pathname,
): Promise<string | undefined> {
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  if (request.method !== "POST" || !userId || !isForm) return undefined;
  return keepDraft(userId, form, await request.clone().text());
}
