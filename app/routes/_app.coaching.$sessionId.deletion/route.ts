import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Deletes at once, with a way back for 30 days. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const id = await answering(() => {
    const session = getCoachingSession(actor, asked.params.sessionId ?? "");
    deleteCoachingSession(actor, authorize(actor, "coaching.delete", session));
    return session.id;
  });
  const t = translator(actor.locale);
  const undo = { action: paths.coachingRestoration(id), label: t("sessionForm:undo") };
  return redirectWithToast(paths.coaching(), { text: t("sessionForm:deleted"), tone: "ok", undo });
}
