import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface ComingLine {
  id: string;
  to: string;
  title: string;
  /** The day and the hour, as people say them. */
  when: string;
  place: string;
}

/** What a host has ahead: appointments and workshops; the ways to more. */
export function Coming({ lines }: { lines: ComingLine[] }) {
  const { ahead: t } = useTexts("appointments");
  return (
    <section aria-labelledby="coming" className="mt-10 print:hidden">
      <h2 id="coming" className="mb-3 text-l">
        {t.title}
      </h2>
      {lines.length === 0 ? <p>{t.none}</p> : null}
      {lines.length > 0 ? (
        <ul className="sheet divide-y divide-rule">
          {lines.map((line) => (
            <li key={line.id} className="has-door px-4 py-3">
              <a href={line.to} className="door font-semibold">
                {line.title}
              </a>
              <p className="first-letter:uppercase">{line.when}</p>
              <p className="text-s text-muted">{line.place}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.myAppointments()} className="inline-flex min-h-11 items-center">
          {t.book}
        </a>
        <a href={paths.myWorkshops()} className="inline-flex min-h-11 items-center">
          {t.join}
        </a>
      </p>
    </section>
  );
}
