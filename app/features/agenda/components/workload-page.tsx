import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { ExportLinks } from "~/ui/export-links";
import { Field } from "~/ui/field";

interface WorkloadPageProps {
  page: {
    year: number;
    person: { id: string; name: string };
    years: number[];
    staff: { id: string; name: string }[];
    sentence: string;
    weeks: { monday: string; label: string; isSeason: boolean; isCurrent: boolean; isOver: boolean; cells: string[] }[];
    season: { weeks: string; version: number; hours: string } | null;
    files: { xlsx: string; csv: string };
  };
  errors: Record<string, string[]>;
}

/** A year of weeks: granted, done by kind, planned; the weeks over their hours say so in words. */
export function WorkloadPage({ page, errors }: WorkloadPageProps) {
  const t = useTexts("agenda");
  const { actions } = useTexts("common");
  const { columns } = t.workload;
  const heads = [
    columns.granted,
    columns.contact,
    columns.preparation,
    columns.travel,
    columns.otherWork,
    columns.planned,
    columns.total,
  ];
  return (
    <div className="grid gap-6">
      <Choose page={page} />
      <p className="text-l">{page.sentence}</p>
      <section
        className="sheet overflow-x-auto p-4"
        aria-label={t.workload.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
      >
        <table className="figure-table whitespace-nowrap">
          <thead>
            <tr>
              <th scope="col">{columns.week}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.weeks.map((week) => (
              <tr key={week.monday} className={week.isCurrent ? "font-semibold" : ""}>
                <th scope="row" className="sticky left-0 bg-surface max-sm:whitespace-normal">
                  {week.label}
                  {week.isSeason ? <span className="chip ml-2">{t.workload.season}</span> : null}
                  {week.isOver ? <span className="chip ml-2 border-warn text-warn">{t.workload.over}</span> : null}
                </th>
                {week.cells.map((cell, place) => (
                  <td key={heads[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ExportLinks label={actions.export} files={page.files} />
      {page.season ? <Season season={page.season} userId={page.person.id} errors={errors} /> : null}
    </div>
  );
}

function Choose({ page }: Pick<WorkloadPageProps, "page">) {
  const t = useTexts("agenda");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <div className="grid gap-1">
        <label htmlFor="person" className="text-s text-muted">
          {t.workload.person}
        </label>
        <select id="person" name="person" defaultValue={page.person.id} className="input w-auto">
          {page.staff.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="grid gap-1">
        <label htmlFor="year" className="text-s text-muted">
          {t.workload.year}
        </label>
        <select id="year" name="year" defaultValue={page.year} className="input w-auto">
          {page.years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}

interface SeasonProps {
  season: { weeks: string; version: number; hours: string };
  userId: string;
  errors: Record<string, string[]>;
}

function Season({ season, userId, errors }: SeasonProps) {
  const t = useTexts("agenda").workload;
  return (
    <Form method="post" className="sheet grid max-w-xl gap-4 p-4">
      <h2 className="text-l">{t.seasonTitle}</h2>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="version" value={season.version} />
      <Field name="hours" label={t.seasonHours} hint={fill(t.seasonHint, { weeks: season.weeks })} errors={errors.hours}>
        {(aria) => (
          <input {...aria} type="number" step="0.5" min="0" max="60" className="input w-32" defaultValue={season.hours} />
        )}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {t.seasonSave}
        </button>
      </div>
    </Form>
  );
}
