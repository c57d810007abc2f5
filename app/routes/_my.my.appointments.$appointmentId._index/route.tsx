import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { moveOwnAppointment } from "~/features/agenda/changes.commands.server";
import { MyAppointment } from "~/features/agenda/components/my-appointment";
import { sayWhen } from "~/features/agenda/emails.server";
import { moveToSlotSchema } from "~/features/agenda/form";
import { describeMyAppointment } from "~/features/agenda/my-appointments.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.appointment.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.changeOwn"));
  const appointment = describeMyAppointment(actor, row, new URL(asked.request.url).searchParams);
  return json({ appointment, texts: textsOf(actor.locale, "appointments") });
}

/** The host moves it to another open hour. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const get = () => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.changeOwn");
  const row = await answering(get);
  const form = await parseForm(asked.request, moveToSlotSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    moveOwnAppointment(actor, authorize(actor, "appointment.changeOwn", row), form.value);
    const text = translator(actor.locale)("appointments:moved", { when: sayWhen(actor.locale, get()) });
    return redirectWithToast(paths.myAppointment(row.id), { text, tone: "ok" });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
}

export default function MyAppointmentPage() {
  const { appointment } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={appointment.title} context={`${appointment.how} · ${appointment.with}`} />
      <MyAppointment appointment={appointment} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
