import { fill, useTexts } from "~/i18n/use-texts";
import type { StartPage } from "./start-plan";

/** What the record asks for, the templates, and the search for another plan to take steps from. */
export function StartChoice({ page, query }: { page: StartPage; query: [string, string][] }) {
  const { start: t } = useTexts("plans");
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <div className="grid content-start gap-8">
        {page.measures ? <FromRecord measures={page.measures} /> : null}
        <section>
          <h2 className="mb-3 text-l">{t.templates}</h2>
          <ul className="sheet divide-y divide-rule">
            {page.templates?.map((template) => (
              <li key={template.to} className="p-4">
                <a href={template.to} className="text-l font-semibold">
                  {template.title}
                </a>
                <p>{template.summary}</p>
                <p className="text-s text-muted">{template.facts}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section>
        <h2 className="text-l">{t.copyTitle}</h2>
        <p className="mb-2 text-s text-muted">{t.copyIntro}</p>
        <form method="get" className="grid gap-2">
          {query.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="words" className="font-semibold">
            {t.copySearch}
          </label>
          <input id="words" name="words" type="search" defaultValue={page.words} className="input" />
          <button type="submit" className="button justify-self-start">
            {t.find}
          </button>
        </form>
        {page.found?.length === 0 ? <p className="mt-3">{t.nothingFound}</p> : null}
        <ul className="mt-3 grid gap-1">
          {page.found?.map((one) => (
            <li key={one.to}>
              <a href={one.to} className="inline-flex min-h-11 items-center">
                {fill(one.name, {})}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function FromRecord({ measures }: { measures: NonNullable<StartPage["measures"]> }) {
  const t = useTexts("measures");
  return (
    <section>
      <h2 className="mb-3 text-l">{t.title}</h2>
      <div className="sheet flex flex-wrap items-center justify-between gap-3 p-4">
        <p>{measures.facts}</p>
        <a href={measures.to} className="button">
          {t.see}
        </a>
      </div>
    </section>
  );
}
