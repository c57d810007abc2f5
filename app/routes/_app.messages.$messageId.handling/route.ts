import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { handleMessage } from "~/features/providers/messages.commands.server";
import { getMessage } from "~/features/providers/messages.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** A message is done with; with `?undo=1`, it is open again. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const message = await answering(() => getMessage(actor, asked.params.messageId ?? ""));
  const isUndo = new URL(asked.request.url).searchParams.has("undo");
  handleMessage(actor, authorize(actor, "message.handle", message), !isUndo);
  const t = translator(actor.locale);
  if (isUndo) return redirectWithToast(paths.today(), { text: t("today:unhandled"), tone: "ok" });
  const undo = { action: paths.messageHandling(message.id, { undo: 1 }), label: t("today:unhandle") };
  return redirectWithToast(paths.today(), { text: t("today:handled"), tone: "ok", undo });
}
