import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

interface AppointmentPageProps {
  appointment: {
    id: string;
    version: number;
    facts: { label: string; value: string; to: string | null }[];
    permissions: { change: boolean; log: boolean; takeBack: boolean };
    log: string;
    session: string | null;
  };
}

/** An appointment's facts, and what may be done: move, cancel, log, or say that nobody came. */
export function AppointmentPage({ appointment }: AppointmentPageProps) {
  const { facts, permissions } = appointment;
  return (
    <div className="sheet grid max-w-3xl gap-6 p-4 md:p-6">
      <dl className="grid gap-3">
        {facts.map((fact) => (
          <div key={fact.label} className="grid gap-x-4 sm:grid-cols-[12rem_1fr]">
            <dt className="text-muted">{fact.label}</dt>
            <dd>{fact.to ? <a href={fact.to}>{fact.value}</a> : fact.value}</dd>
          </div>
        ))}
      </dl>
      <Acts appointment={appointment} />
      {permissions.change ? <Cancellation appointment={appointment} /> : null}
    </div>
  );
}

function Acts({ appointment }: AppointmentPageProps) {
  const { permissions } = appointment;
  const t = useTexts("agenda");
  return (
    <div className="flex flex-wrap gap-2">
      {permissions.log ? (
        <a href={appointment.log} className="button button-main">
          {t.log}
        </a>
      ) : null}
      {appointment.session ? (
        <a href={appointment.session} className="button">
          {t.one.session}
        </a>
      ) : null}
      {permissions.change && !permissions.log ? (
        <a href={paths.moveAppointment(appointment.id)} className="button button-main">
          {t.one.move}
        </a>
      ) : null}
      {permissions.log || permissions.takeBack ? (
        <Form method="post" action={paths.appointmentOutcome(appointment.id)}>
          <button type="submit" name="outcome" value={permissions.log ? "missed" : "booked"} className="button">
            {permissions.log ? t.missed : t.one.takeBack}
          </button>
        </Form>
      ) : null}
    </div>
  );
}

function Cancellation({ appointment }: AppointmentPageProps) {
  const t = useTexts("agenda").one;
  return (
    <details className="border-t border-rule pt-3">
      <summary className="inline-flex min-h-11 items-center text-primary">{t.cancel}</summary>
      <Form method="post" action={paths.appointmentCancellation(appointment.id)} className="mt-2 grid max-w-xl gap-3">
        <input type="hidden" name="version" value={appointment.version} />
        <label htmlFor="reason" className="font-semibold">
          {t.reasonLabel}
        </label>
        <input id="reason" name="reason" className="input" maxLength={300} aria-describedby="reason-hint" />
        <p id="reason-hint" className="text-s text-muted">
          {t.cancelHint}
        </p>
        <div>
          <button type="submit" className="button">
            {t.cancel}
          </button>
        </div>
      </Form>
    </details>
  );
}
