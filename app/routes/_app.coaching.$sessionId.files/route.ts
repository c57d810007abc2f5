import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { attachUploads, describeAttached } from "~/features/files/attach.server";
import { removeFile, restoreFile } from "~/features/files/commands.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Photos and files of a session: added, taken away (`?remove=`), brought back (`?restore=`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const session = await answering(() =>
    authorize(actor, "coaching.correct", getCoachingSession(actor, asked.params.sessionId ?? "")),
  );
  const query = new URL(asked.request.url).searchParams;
  const back = paths.coachingSession(session.id);
  const t = translator(actor.locale);
  const removed = query.get("remove");
  if (removed) {
    removeFile(actor, session, removed);
    const undo = { action: paths.sessionFiles(session.id, { restore: removed }), label: t("common:actions.undo") };
    return redirectWithToast(back, { text: t("files:removed"), tone: "ok", undo });
  }
  const restored = query.get("restore");
  if (restored) {
    restoreFile(actor, session, restored);
    return redirect(back);
  }
  const attached = await attachUploads(actor, session, { subject: "coaching_session", request: asked.request });
  return redirectWithToast(back, describeAttached(actor.locale, attached));
}
