import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { cancelAppointment } from "~/features/agenda/changes.commands.server";
import { cancelSchema } from "~/features/agenda/form";
import { refusedCancellation } from "~/features/agenda/refused-move.server";
import { parseForm } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Nothing is shown here: the appointment's page is. */
export const loader = () => redirect(paths.agenda());

/** The office cancels an appointment; everyone is told. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.change"));
  const form = await parseForm(asked.request, cancelSchema, actor.locale);
  if (!form.isValid) throw notFound();
  const back = paths.appointment(row.id);
  try {
    cancelAppointment(actor, authorize(actor, "appointment.change", row), form.value);
  } catch (error) {
    return redirectWithToast(back, { text: refusedCancellation(actor, error, row), tone: "warn" });
  }
  return redirectWithToast(back, { text: translator(actor.locale)("agenda:one.cancelled"), tone: "ok" });
}
