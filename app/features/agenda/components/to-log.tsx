import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import type { ToLogLine } from "../to-log.server";

/** The rest folds, so that the agenda itself is in sight. */
const shown = 3;

/** « À saisir »: appointments that are over, one tap each to the form that they fill. */
export function ToLog({ lines }: { lines: ToLogLine[] }) {
  const t = useTexts("agenda");
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="to-log" className="sheet mb-6 border-l-4 border-l-mark p-4">
      <h2 id="to-log" className="text-l">
        {t.toLogTitle}
      </h2>
      <p className="text-s text-muted">{t.toLogIntro}</p>
      <Lines lines={lines.slice(0, shown)} />
      {lines.length > shown ? (
        <details className="mt-3">
          <summary className="min-h-11 py-2 font-semibold">{fill(t.toLogMore, { count: lines.length - shown })}</summary>
          <Lines lines={lines.slice(shown)} />
        </details>
      ) : null}
    </section>
  );
}

function Lines({ lines }: { lines: ToLogLine[] }) {
  const t = useTexts("agenda");
  return (
    <ul className="mt-2 grid gap-3">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-2">
          <div>
            <a href={line.to} className="font-semibold text-ink">
              {line.name}
            </a>
            <p className="text-s text-muted">{line.context}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <a href={line.log} className="button" aria-label={fill(t.logOf, { name: line.name })}>
              {t.log}
            </a>
            <Form method="post" action={line.outcome}>
              <button
                type="submit"
                name="outcome"
                value="missed"
                className="button button-quiet"
                aria-label={fill(t.missedOf, { name: line.name })}
              >
                {t.missed}
              </button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
