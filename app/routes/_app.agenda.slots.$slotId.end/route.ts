import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { closeSlot } from "~/features/agenda/slots.commands.server";
import { getSlot } from "~/features/agenda/slots.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.slots());

/** Closes open hours; appointments already booked stay. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const slot = await answering(() => getSlot(actor, asked.params.slotId ?? ""));
  closeSlot(actor, authorize(actor, "slot.edit", slot));
  return redirectWithToast(paths.slots(), { text: translator(actor.locale)("agenda:slots.ended"), tone: "ok" });
}
