import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { restoreCoachingSession } from "~/features/coaching/commands.server";
import { getDeletedCoachingSession } from "~/features/coaching/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Brings a deleted session back, within its 30 days. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const id = await answering(() => {
    const session = getDeletedCoachingSession(actor, asked.params.sessionId ?? "");
    restoreCoachingSession(actor, authorize(actor, "coaching.delete", session));
    return session.id;
  });
  return redirectWithToast(paths.coachingSession(id), { text: translator(actor.locale)("sessionForm:restored"), tone: "ok" });
}
