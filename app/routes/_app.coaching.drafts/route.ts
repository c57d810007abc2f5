import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { canSomewhere } from "~/access/can";
import { findActor } from "~/auth/actor.server";
import { keepExpiredPost } from "~/auth/expired-post.server";
import { readSessionId } from "~/auth/session-cookie.server";
import { seeSession } from "~/auth/sessions.server";
import { forgetDrafts, keepDraft } from "~/commands/drafts.server";
import { draftTime, formOf, isLogged } from "~/features/coaching/drafts.server";
import { forbidden } from "~/http/responses.server";
import { now } from "~/lib/clock";
import { paths } from "~/paths";

/** Keeps what is being typed in a session form, or forgets it; an expired session loses nothing either. */
export async function action(asked: ActionFunctionArgs) {
  const text = await asked.request.clone().text();
  const fields = new URLSearchParams(text);
  const form = formOf(fields.get("draftOf"));
  if (!form) throw forbidden();
  const actor = await findWriter(asked, form);
  if (!actor) return json({ time: "" }, { status: 401 });
  if (!canSomewhere(actor, "coaching.log")) throw forbidden();
  const id = fields.get("id") ?? "";
  if (fields.get("intent") === "discard") {
    forgetDrafts(actor.userId, form, id);
    return redirect(form);
  }
  const isTooLate = form === paths.newCoaching() && isLogged(actor, id);
  if (!isTooLate) keepDraft(actor.userId, form, text);
  return json({ time: draftTime(actor, now()) });
}

/** Who types; the expired session is asked first, since looking it up forgets it and the form still has to be sent with it. */
async function findWriter(asked: ActionFunctionArgs, form: string) {
  const session = readSession(asked.request);
  if (!session?.isExpired) return findActor(asked);
  await keepExpiredPost(asked.request, session.userId, form);
  return undefined;
}

function readSession(request: Request) {
  const id = readSessionId(request);
  return id ? seeSession(id) : undefined;
}
