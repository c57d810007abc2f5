import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { markMissed } from "~/features/agenda/changes.commands.server";
import { refusedCancellation } from "~/features/agenda/refused-move.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.agenda());

/** A past appointment did not take place, or did after all. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.change"));
  const isMissed = (await asked.request.formData()).get("outcome") === "missed";
  const back = paths.appointment(row.id);
  try {
    markMissed(actor, authorize(actor, "appointment.change", row), isMissed);
  } catch (error) {
    return redirectWithToast(back, { text: refusedCancellation(actor, error, row), tone: "warn" });
  }
  const t = translator(actor.locale);
  return redirectWithToast(back, { text: isMissed ? t("agenda:one.markedMissed") : t("agenda:one.markedBooked"), tone: "ok" });
}
