import { Form, useSubmit } from "@remix-run/react";
import { useRef } from "react";
import { useTexts } from "~/i18n/use-texts";

export interface DeskData {
  q: string;
  found: string;
  rows: { id: string; name: string; place: string; facts: string; messageId: string; messageLabel: string; answerTo?: string }[];
  /** The words refused with their error, kept as typed. */
  refused?: { providerId: string; text: string; error: string } | undefined;
}

/** A colleague's search: who follows a provider, when it was last seen, and a word for its referent. */
export function DeskPage({ data }: { data: DeskData }) {
  const { desk: t } = useTexts("today");
  const { actions } = useTexts("common");
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  return (
    <div className="max-w-3xl">
      <Form method="get" role="search" className="flex items-end gap-2">
        <div className="grid flex-1 gap-1">
          <label htmlFor="q" className="font-semibold">
            {t.search}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            className="input"
            defaultValue={data.q}
            autoComplete="off"
            onChange={(event) => {
              const { form } = event.currentTarget;
              clearTimeout(timer.current);
              timer.current = setTimeout(() => submit(form, { replace: true }), 200);
            }}
          />
        </div>
        <button type="submit" className="button">
          {actions.search}
        </button>
      </Form>
      <p role="status" className="mt-3 min-h-7 text-muted">
        {data.found}
      </p>
      <ul className="grid gap-3">
        {data.rows.map((row) => (
          <DeskRow key={row.id} row={row} refused={data.refused?.providerId === row.id ? data.refused : undefined} />
        ))}
      </ul>
    </div>
  );
}

function DeskRow({ row, refused }: { row: DeskData["rows"][number]; refused: DeskData["refused"] }) {
  const { desk: t } = useTexts("today");
  const field = `message-${row.id}`;
  return (
    <li className="sheet p-4">
      <h2 className="text-m">{row.name}</h2>
      <p className="text-muted">{row.place}</p>
      <p>{row.facts}</p>
      <form method="post" className="mt-3 flex flex-wrap items-end gap-2">
        <input type="hidden" name="id" value={row.messageId} />
        <input type="hidden" name="providerId" value={row.id} />
        <div className="grid flex-1 basis-56 gap-1">
          <label htmlFor={field} className="text-s font-semibold">
            {row.messageLabel}
            <span className="sr-only"> ({row.name})</span>
          </label>
          <input
            id={field}
            name="text"
            className="input"
            maxLength={2000}
            autoComplete="off"
            defaultValue={refused?.text}
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? `${field}-error` : undefined}
          />
          {refused ? (
            <p id={`${field}-error`} className="text-s font-semibold text-error">
              {refused.error}
            </p>
          ) : null}
        </div>
        <button type="submit" className="button">
          {t.send}
        </button>
      </form>
      {row.answerTo ? (
        <a href={row.answerTo} className="mt-1 inline-flex min-h-11 items-center text-s">
          {t.answer}
        </a>
      ) : null}
    </li>
  );
}
