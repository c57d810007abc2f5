import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { undoHandover } from "~/features/providers/handover.commands.server";
import { getHandover } from "~/features/providers/handover.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";

/** A hand-over is taken back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const handover = await answering(() => getHandover(actor, asked.params.handoverId ?? "", now()));
  undoHandover(actor, authorize(actor, "provider.handOver", handover));
  return redirectWithToast(paths.handOver(), { text: translator(actor.locale)("handover:undone"), tone: "ok" });
}
