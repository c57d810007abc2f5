import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { describeAppointment } from "~/features/agenda/appointment-page.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { AppointmentPage } from "~/features/agenda/components/appointment-page";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.kinds.appointment);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.change"));
  return json({ appointment: describeAppointment(actor, row), texts: textsOf(actor.locale, "agenda") });
}

export default function Appointment() {
  const { appointment } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title={appointment.name}
        context={<span className="inline-block first-letter:uppercase">{appointment.when}</span>}
      />
      <AppointmentPage appointment={appointment} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
