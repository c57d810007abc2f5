import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import type { OpeningDay } from "../describe-openings.server";
import { OpeningChoice } from "./opening-choice";

interface Line {
  id: string;
  when: string;
  context: string;
  state: string;
  to: string;
}

interface MyAppointmentsProps {
  page: { id: string; coming: Line[]; past: Line[]; openings: OpeningDay[]; from: string; zone: string };
  providerId: string;
  reply: { errors: Record<string, string[]>; values: Record<string, string> } | undefined;
}

/** The host's appointments: those to come, an hour to choose, those behind. */
export function MyAppointments({ page, providerId, reply }: MyAppointmentsProps) {
  const t = useTexts("appointments");
  return (
    <div className="grid max-w-3xl gap-8">
      <section aria-labelledby="coming">
        <h2 id="coming" className="mb-2 text-l">
          {t.coming}
        </h2>
        {page.coming.length > 0 ? <Lines lines={page.coming} /> : <p className="text-muted">{t.none}</p>}
      </section>
      <section aria-labelledby="book" className="sheet p-4 md:p-6">
        <h2 id="book" className="text-l">
          {t.book}
        </h2>
        {page.zone ? <p className="mt-1 text-muted">{page.zone}</p> : null}
        <FromDay from={page.from} providerId={providerId} />
        {page.openings.length > 0 ? (
          <BookForm page={page} reply={reply} />
        ) : (
          <div className="mt-4 grid gap-3">
            <p>{t.noOpening}</p>
            <p>
              <a href={paths.my({ provider: providerId })} className="inline-flex min-h-11 items-center">
                {t.callMe}
              </a>
            </p>
          </div>
        )}
      </section>
      {page.past.length > 0 ? (
        <section aria-labelledby="past">
          <h2 id="past" className="mb-2 text-l">
            {t.past}
          </h2>
          <Lines lines={page.past} />
        </section>
      ) : null}
    </div>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <ul className="sheet divide-y divide-rule">
      {lines.map((line) => (
        <li key={line.id} className="has-door flex flex-wrap items-start justify-between gap-2 p-4">
          <div>
            <a href={line.to} className="door inline-block font-semibold first-letter:uppercase">
              {line.when}
            </a>
            <p className="text-s text-muted">{line.context}</p>
          </div>
          <span className="chip">{line.state}</span>
        </li>
      ))}
    </ul>
  );
}

/** From which day the open hours are shown. */
export function FromDay({ from, providerId }: { from: string; providerId?: string }) {
  const t = useTexts("appointments");
  return (
    <form method="get" className="mt-3 flex flex-wrap items-end gap-2">
      {providerId ? <input type="hidden" name="provider" value={providerId} /> : null}
      <div className="grid gap-1">
        <label htmlFor="from" className="text-s text-muted">
          {t.chooseDay}
        </label>
        <input id="from" name="from" type="date" defaultValue={from} className="input w-auto" />
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}

function BookForm({ page, reply }: Pick<MyAppointmentsProps, "page" | "reply">) {
  const t = useTexts("appointments");
  return (
    <Form method="post" noValidate className="mt-4 grid gap-5">
      <ErrorSummary title={t.book} errors={reply?.errors ?? {}} labels={{ slot: t.choose }} />
      <input type="hidden" name="id" value={reply?.values.id || page.id} />
      <OpeningChoice legend={t.choose} days={page.openings} chosen={reply?.values.slot ?? ""} errors={reply?.errors.slot} />
      <Field name="subject" label={t.subject} hint={t.subjectHint} errors={reply?.errors.subject}>
        {(aria) => <input {...aria} className="input" maxLength={300} defaultValue={reply?.values.subject} />}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {t.confirm}
        </button>
      </div>
    </Form>
  );
}
