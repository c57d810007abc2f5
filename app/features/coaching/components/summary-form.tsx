import { Form } from "@remix-run/react";
import { useState } from "react";
import { fill, useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

export interface SummaryFormData {
  id: string;
  sessionId: string;
  language: string;
  languages: { code: string; name: string }[];
  subject: string;
  body: string;
  day: string;
  contacts: { id: string; label: string; context: string; isChosen: boolean }[];
  sent: { id: string; text: string }[];
}

/** « Récapitulatif »: read again, correct, send; printed, it is the letter alone, on one sheet. */
export function SummaryForm({ data, errors }: { data: SummaryFormData; errors: Record<string, string[]> }) {
  const { summary: t } = useTexts("coachingLog");
  const { form } = useTexts("common");
  const [subject, setSubject] = useState(data.subject);
  const [body, setBody] = useState(data.body);
  const count = Object.keys(errors).length;
  return (
    <>
      <Form method="post" noValidate className="grid max-w-3xl gap-5 print:hidden">
        <ErrorSummary
          title={fill(count === 1 ? form.fix_one : form.fix_other, { count })}
          errors={errors}
          labels={{ contacts: t.to, subject: t.subject, body: t.body }}
        />
        <input type="hidden" name="id" value={data.id} />
        <ContactChoices data={data} errors={errors.contacts} />
        <Field name="subject" label={t.subject} errors={errors.subject}>
          {(aria) => (
            <input
              {...aria}
              className="input"
              value={subject}
              onChange={({ target }) => setSubject(target.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <Field name="body" label={t.body} errors={errors.body}>
          {(aria) => (
            <textarea {...aria} rows={16} className="input" value={body} onChange={({ target }) => setBody(target.value)} />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          {data.contacts.length > 0 ? (
            <button type="submit" name="intent" value="send" className="button button-main">
              {t.send}
            </button>
          ) : null}
          <button
            type="submit"
            name="intent"
            value="print"
            className="button"
            onClick={(event) => {
              event.preventDefault();
              window.print();
            }}
          >
            {t.print}
          </button>
        </div>
      </Form>
      <article className="letter hidden print:block" aria-hidden="true">
        <h2>{subject}</h2>
        <p className="whitespace-pre-line">{body}</p>
      </article>
    </>
  );
}

function ContactChoices({ data, errors }: { data: SummaryFormData; errors: string[] | undefined }) {
  const labelled = useLabelled();
  const { summary: t } = useTexts("coachingLog");
  if (data.contacts.length === 0) return <p className="text-muted">{t.noContact}</p>;
  return (
    <fieldset id="contacts" aria-describedby={errors ? "contacts-error" : undefined}>
      <legend className="font-semibold">{t.to}</legend>
      {data.contacts.map((one) => (
        <label key={one.id} className="flex min-h-11 items-center gap-3 py-1">
          <input type="checkbox" name="contacts" value={one.id} defaultChecked={one.isChosen} className="size-5 shrink-0" />
          <span>
            {one.label} <span className="block text-s text-muted">{one.context}</span>
          </span>
        </label>
      ))}
      <p className="text-s">
        {labelled(t.language, "")}
        {data.languages.map(({ code, name }) => (
          <a
            key={code}
            href={`${paths.sessionSummary(data.sessionId)}?language=${code}`}
            aria-current={code === data.language ? "true" : undefined}
            className="mr-3 inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {name}
          </a>
        ))}
      </p>
      {errors ? (
        <p id="contacts-error" className="text-s font-semibold text-error">
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
