import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import type { Booking, BookingReply, PlanChoices } from "../booking";
import { WarningsBox } from "./warnings-box";
import { WhenFields } from "./when-fields";
import { WhoAndWhat } from "./who-and-what";

interface PlanFormProps {
  booking: Booking;
  plan: PlanChoices;
  reply: BookingReply | undefined;
}

/** Any time; what it meets comes back as warnings to confirm. */
export function PlanForm({ booking, plan, reply }: PlanFormProps) {
  const t = useTexts("agenda").form;
  const errors = reply?.errors ?? {};
  const value = (name: string) => reply?.values[name] ?? plan.values[name] ?? "";
  const labels = {
    day: t.day,
    hour: t.hour,
    duration: t.duration,
    channel: t.channel,
    facilitatorId: t.facilitator,
    travel: t.travel,
  };
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary title={t.anyTime} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={reply?.values.id || booking.ids[1]} />
      <input type="hidden" name="messageId" value={booking.messageId} />
      <WhenFields value={value} errors={errors} staff={plan.staff} zone={booking.zone} />
      <Field name="channel" label={t.channel} errors={errors.channel}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={value("channel")}>
            {plan.channels.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="place" label={t.place} errors={errors.place}>
        {(aria) => <input {...aria} className="input" defaultValue={value("place")} />}
      </Field>
      <Field name="travel" label={t.travel} hint={t.durationHint} errors={errors.travel}>
        {(aria) => <input {...aria} className="input" defaultValue={value("travel")} />}
      </Field>
      {plan.equipment.length > 0 ? (
        <fieldset>
          <legend className="font-semibold">{t.equipment}</legend>
          {plan.equipment.map((one) => (
            <label key={one.label} className="mt-2 flex max-w-md items-center justify-between gap-3">
              {one.label}
              <select
                name="equipment"
                defaultValue={one.quantities.find(({ value }) => reply?.equipment?.includes(value))?.value ?? ""}
                className="input max-w-24"
              >
                <option value="">{t.equipmentNone}</option>
                {one.quantities.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ) : null}
      <WhoAndWhat booking={booking} reply={reply} prefix="plan" />
      {reply?.warnings ? <WarningsBox warnings={reply.warnings.texts} confirmKey={reply.warnings.key} isAsking /> : null}
      <div>
        <button type="submit" name="intent" value="plan" className="button button-main">
          {t.plan}
        </button>
      </div>
    </Form>
  );
}
