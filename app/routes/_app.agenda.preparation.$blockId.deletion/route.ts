import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deletePreparation } from "~/features/agenda/preparation.commands.server";
import { getPreparation } from "~/features/agenda/preparation.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.agenda());

/** Gives the time back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const block = await answering(() => getPreparation(actor, asked.params.blockId ?? ""));
  deletePreparation(actor, authorize(actor, "preparation.edit", block));
  return redirectWithToast(paths.agenda(), { text: translator(actor.locale)("agenda:preparation.deleted"), tone: "ok" });
}
