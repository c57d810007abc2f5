import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import type { Booking, BookingReply } from "../booking";

interface WhoAndWhatProps {
  booking: Booking;
  reply: BookingReply | undefined;
  /** Two forms of the page hold the same fields: their ids differ. */
  prefix: string;
}

/** With whom, and about what. */
export function WhoAndWhat({ booking, reply, prefix }: WhoAndWhatProps) {
  const t = useTexts("agenda").form;
  const { contacts } = booking;
  return (
    <>
      {contacts.length > 0 ? (
        <Field name={`${prefix}-contactId`} label={t.contact} errors={reply?.errors.contactId}>
          {(aria) => (
            <select {...aria} name="contactId" className="input" defaultValue={reply?.values.contactId ?? contacts[0]?.value}>
              {contacts.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
              <option value="">{t.nobody}</option>
            </select>
          )}
        </Field>
      ) : null}
      <Field name={`${prefix}-subject`} label={t.subject} hint={t.subjectHint} errors={reply?.errors.subject}>
        {(aria) => <input {...aria} name="subject" className="input" maxLength={300} defaultValue={reply?.values.subject} />}
      </Field>
    </>
  );
}
