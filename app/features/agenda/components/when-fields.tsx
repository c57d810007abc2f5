import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface WhenFieldsProps {
  value: (name: string) => string;
  errors: Record<string, string[]>;
  staff?: { value: string; label: string }[];
  /** « Heure de l’office (Guadeloupe) », where it is not Paris's. */
  zone: string;
}

/** Who, which day, at what hour, how long. */
export function WhenFields({ value, errors, staff, zone }: WhenFieldsProps) {
  const t = useTexts("agenda").form;
  return (
    <>
      {staff ? (
        <Field name="facilitatorId" label={t.facilitator} errors={errors.facilitatorId}>
          {(aria) => (
            <select {...aria} className="input" defaultValue={value("facilitatorId")}>
              {staff.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="day" label={t.day} errors={errors.day}>
          {(aria) => <input {...aria} id="day" type="date" className="input" defaultValue={value("day")} />}
        </Field>
        <Field name="hour" label={t.hour} hint={zone || undefined} errors={errors.hour}>
          {(aria) => <input {...aria} type="time" className="input" defaultValue={value("hour")} />}
        </Field>
        <Field name="duration" label={t.duration} hint={t.durationHint} errors={errors.duration}>
          {(aria) => <input {...aria} className="input" defaultValue={value("duration")} />}
        </Field>
      </div>
    </>
  );
}
