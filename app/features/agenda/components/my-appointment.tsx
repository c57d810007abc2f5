import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ConflictNotice } from "~/ui/conflict-notice";
import { ErrorSummary } from "~/ui/error-summary";
import type { OpeningDay } from "../describe-openings.server";
import { FromDay } from "./my-appointments";
import { OpeningChoice } from "./opening-choice";

interface MyAppointmentProps {
  appointment: {
    id: string;
    version: number;
    when: string;
    subject: string;
    state: string;
    isOpen: boolean;
    mayChange: boolean;
    until: string;
    openings: OpeningDay[];
    from: string;
  };
  reply: { errors: Record<string, string[]>; values: Record<string, unknown>; isConflict: boolean } | undefined;
}

/** One appointment: moved or cancelled until the limit, by telephone after it. */
export function MyAppointment({ appointment, reply }: MyAppointmentProps) {
  const t = useTexts("appointments");
  const { isOpen, mayChange } = appointment;
  return (
    <div className="grid max-w-3xl gap-6">
      {reply?.isConflict ? (
        <ConflictNotice title={t.change} text={fill(t.conflict, { when: appointment.when })} saved={[]} />
      ) : null}
      <p>
        <span className="chip">{appointment.state}</span> {appointment.subject}
      </p>
      {mayChange ? <p>{appointment.until}</p> : null}
      {isOpen && !mayChange ? <p>{t.tooLate}</p> : null}
      {mayChange ? <Move appointment={appointment} reply={reply} /> : null}
      {mayChange ? <Cancel appointment={appointment} /> : null}
      <p>
        <a href={paths.myAppointments()} className="inline-flex min-h-11 items-center">
          {t.back}
        </a>
      </p>
    </div>
  );
}

function Move({ appointment, reply }: MyAppointmentProps) {
  const t = useTexts("appointments");
  return (
    <section aria-labelledby="move" className="sheet p-4 md:p-6">
      <h2 id="move" className="text-l">
        {t.move}
      </h2>
      <FromDay from={appointment.from} />
      {appointment.openings.length === 0 ? (
        <p className="mt-4">{t.noOpening}</p>
      ) : (
        <Form method="post" noValidate className="mt-4 grid gap-5">
          <ErrorSummary title={t.move} errors={reply?.errors ?? {}} labels={{ slot: t.moveTo }} />
          <input type="hidden" name="version" value={appointment.version} />
          <OpeningChoice
            legend={t.moveTo}
            days={appointment.openings}
            chosen={String(reply?.values.slot ?? "")}
            errors={reply?.errors.slot}
          />
          <div>
            <button type="submit" className="button button-main">
              {t.move}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}

function Cancel({ appointment }: Pick<MyAppointmentProps, "appointment">) {
  const t = useTexts("appointments");
  return (
    <details className="sheet p-4">
      <summary className="inline-flex min-h-11 items-center text-primary">{t.cancel}</summary>
      <Form method="post" action={paths.myAppointmentCancellation(appointment.id)} className="mt-2 grid gap-3">
        <input type="hidden" name="version" value={appointment.version} />
        <label htmlFor="reason" className="font-semibold">
          {t.cancelReason}
        </label>
        <input id="reason" name="reason" className="input" maxLength={300} />
        <div>
          <button type="submit" className="button">
            {t.cancel}
          </button>
        </div>
      </Form>
    </details>
  );
}
