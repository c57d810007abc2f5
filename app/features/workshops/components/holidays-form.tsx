import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

/** The holidays in sight, and the file that brings them. */
export function HolidaysForm({ periods }: { periods: readonly string[] }) {
  const t = useTexts("workshopOffice");
  return (
    <section aria-labelledby="holidays" className="grid max-w-3xl gap-3">
      <h2 id="holidays" className="text-l">
        {t.holidays}
      </h2>
      <p className="text-muted">{t.holidaysIntro}</p>
      {periods.length === 0 ? (
        <p>{t.noHolidays}</p>
      ) : (
        <>
          <ul className="list-disc pl-6">
            {periods.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Form method="post">
            <button type="submit" name="intent" value="removePeriods" className="button button-quiet">
              {t.remove}
            </button>
          </Form>
        </>
      )}
      <form method="post" encType="multipart/form-data" className="sheet grid gap-2 p-4">
        <label htmlFor="ics" className="font-semibold">
          {t.file}
        </label>
        <p id="ics-hint" className="text-s text-muted">
          {t.replaces}
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            id="ics"
            name="file"
            type="file"
            accept=".ics,text/calendar"
            aria-describedby="ics-hint"
            className="input min-w-0 grow basis-72"
          />
          <button type="submit" className="button">
            {t.send}
          </button>
        </div>
      </form>
    </section>
  );
}
