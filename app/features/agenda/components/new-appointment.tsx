import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import type { Booking, BookingReply } from "../booking";
import { OpeningChoice } from "./opening-choice";
import { PlanForm } from "./plan-form";
import { WhoAndWhat } from "./who-and-what";

interface NewAppointmentProps {
  booking: Booking;
  reply: BookingReply | undefined;
}

/** An open hour in one tap, or any other time for whoever plans. */
export function NewAppointment({ booking, reply }: NewAppointmentProps) {
  const t = useTexts("agenda").form;
  const { plan } = booking;
  return (
    <div className="grid max-w-3xl gap-8">
      <section aria-labelledby="on-slot" className="sheet p-4 md:p-6">
        <h2 id="on-slot" className="text-l">
          {t.onSlot}
        </h2>
        <FromDay booking={booking} />
        {booking.openings.length > 0 ? (
          <SlotForm booking={booking} reply={reply?.intent === "book" ? reply : undefined} />
        ) : (
          <p className="mt-3">{t.noOpening}</p>
        )}
      </section>
      {plan ? (
        <section aria-labelledby="any-time" className="sheet p-4 md:p-6">
          <h2 id="any-time" className="mb-4 text-l">
            {t.anyTime}
          </h2>
          <PlanForm booking={booking} plan={plan} reply={reply?.intent === "plan" ? reply : undefined} />
        </section>
      ) : null}
    </div>
  );
}

function FromDay({ booking }: { booking: Booking }) {
  const t = useTexts("agenda");
  return (
    <form method="get" className="mt-3 flex flex-wrap items-end gap-2">
      <input type="hidden" name="provider" value={booking.provider.id} />
      <input type="hidden" name="message" value={booking.messageId} />
      <div className="grid gap-1">
        <label htmlFor="from" className="text-s text-muted">
          {t.day}
        </label>
        <input id="from" name="from" type="date" defaultValue={booking.from} className="input w-auto" />
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
      <a href={paths.newAppointment()} className="button button-quiet">
        {t.form.change}
      </a>
    </form>
  );
}

function SlotForm({ booking, reply }: NewAppointmentProps) {
  const t = useTexts("agenda").form;
  return (
    <Form method="post" noValidate className="mt-4 grid gap-5">
      <ErrorSummary title={t.onSlot} errors={reply?.errors ?? {}} labels={{ slot: t.slot, contactId: t.contact }} />
      <input type="hidden" name="id" value={reply?.values.id || booking.ids[0]} />
      <input type="hidden" name="messageId" value={booking.messageId} />
      <OpeningChoice legend={t.slot} days={booking.openings} chosen={reply?.values.slot ?? ""} errors={reply?.errors.slot} />
      <WhoAndWhat booking={booking} reply={reply} prefix="slot" />
      <div>
        <button type="submit" name="intent" value="book" className="button button-main">
          {t.book}
        </button>
      </div>
    </Form>
  );
}
