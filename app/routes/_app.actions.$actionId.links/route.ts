import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { tieAction, tieToNewSession, untieAction } from "~/features/action-plans/action-links.commands.server";
import { getAction } from "~/features/action-plans/queries.server";
import { tieSchema } from "~/features/action-plans/tie.form";
import { errorText, parseForm } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** Ties a step to a session or workshop, unties it, or begins the session that comes out of it. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => authorize(actor, "plan.edit", getAction(actor, asked.params.actionId ?? "", "plan.edit")));
  const form = await parseForm(asked.request, tieSchema, actor.locale);
  if (!form.isValid) throw notFound();
  if (form.value.intent === "session") {
    tieToNewSession(actor, row, form.value.sessionId);
    return redirect(paths.newCoaching({ id: form.value.sessionId, provider: row.providerId, note: row.title }));
  }
  const { intent, target } = form.value;
  const back = paths.action(row.id);
  try {
    if (intent === "tie") tieAction(actor, row, target);
    else untieAction(actor, row, target);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(back, { text: errorText(actor.locale, error.key), tone: "warn" });
  }
  return redirectWithToast(back, { text: translator(actor.locale)(`plans:ties.said.${intent}`), tone: "ok" });
}
