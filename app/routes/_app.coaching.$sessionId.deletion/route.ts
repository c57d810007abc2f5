import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { errorText } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** Deletes at once, with a way back for 30 days; a session of a reported period says why. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const posted = await asked.request.formData();
  const reason = String(posted.get("reportReason") ?? "")
    .trim()
    .slice(0, 300);
  const session = await answering(() =>
    authorize(actor, "coaching.delete", getCoachingSession(actor, asked.params.sessionId ?? "")),
  );
  try {
    deleteCoachingSession(actor, session, reason);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const text = errorText(actor.locale, error.key, error.values);
    return redirectWithToast(paths.coachingSession(session.id), { text, tone: "warn" });
  }
  const t = translator(actor.locale);
  const undo = { action: paths.coachingRestoration(session.id), label: t("sessionForm:undo") };
  return redirectWithToast(paths.coaching(), { text: t("sessionForm:deleted"), tone: "ok", undo });
}
