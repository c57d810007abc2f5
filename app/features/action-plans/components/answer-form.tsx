import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { actionStates } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { answerWays } from "../model";

interface AnswerFormProps {
  values: Record<string, string>;
  actions: { id: string; title: string }[];
  contacts: { id: string; name: string }[];
  reply: FormReply | undefined;
}

/** What was said on someone's behalf: which step, how it stands, how and when it was said, by whom. */
export function AnswerForm({ values, actions, contacts, reply }: AnswerFormProps) {
  const texts = useTexts("actionPlans");
  const { form } = useTexts("common");
  const t = texts.answer;
  const errors = reply?.errors ?? {};
  const count = Object.keys(errors).length;
  const typed = (field: string) => String(reply?.values[field] ?? values[field] ?? "");
  const labels = { actionId: t.action, state: t.state, way: t.way, saidOn: t.saidOn, contactId: t.contact, comment: t.comment };
  const choices = {
    actionId: { label: t.action, options: actions.map((one) => [one.id, one.title] as const) },
    state: { label: t.state, options: actionStates.map((one) => [one, texts.states[one]] as const) },
    way: { label: t.way, options: answerWays.map((one) => [one, texts.ways[one]] as const) },
    contactId: { label: t.contact, options: [["", t.someone] as const, ...contacts.map((one) => [one.id, one.name] as const)] },
  };
  const choice = (name: keyof typeof choices) => (
    <Field name={name} label={choices[name].label} errors={errors[name]}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={typed(name)}>
          {choices[name].options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <Form method="post" noValidate className="sheet grid max-w-3xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={typed("id")} />
      {choice("actionId")}
      {choice("state")}
      <div className="grid gap-5 sm:grid-cols-2">
        {choice("way")}
        <Field name="saidOn" label={t.saidOn} errors={errors.saidOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={typed("saidOn")} />}
        </Field>
      </div>
      {contacts.length > 0 ? choice("contactId") : null}
      <Field name="comment" label={t.comment} note={form.optional} errors={errors.comment}>
        {(aria) => <textarea {...aria} rows={3} className="input" defaultValue={typed("comment")} />}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {t.save}
        </button>
      </div>
    </Form>
  );
}
