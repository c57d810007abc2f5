import { useTexts } from "~/i18n/use-texts";

interface ProviderSearchProps {
  search: { q: string; found: string; rows: { id: string; name: string; context: string; to: string }[] };
  action: string;
}

/** For whom: a plain search, each answer a link to the next step. */
export function ProviderSearch({ search, action }: ProviderSearchProps) {
  const t = useTexts("agenda").form;
  return (
    <div className="grid max-w-3xl gap-4">
      <form method="get" action={action} role="search" className="flex flex-wrap items-end gap-2">
        <div className="grid min-w-64 flex-1 gap-1">
          <label htmlFor="q" className="font-semibold">
            {t.search}
          </label>
          <p id="q-hint" className="text-s text-muted">
            {t.searchHint}
          </p>
          <input id="q" name="q" type="search" defaultValue={search.q} aria-describedby="q-hint" className="input" />
        </div>
        <button type="submit" className="button button-main">
          {t.find}
        </button>
      </form>
      {search.found ? <p role="status">{search.found}</p> : null}
      {search.rows.length > 0 ? (
        <ul className="sheet divide-y divide-rule">
          {search.rows.map((row) => (
            <li key={row.id} className="p-4">
              <a href={row.to} className="font-semibold">
                {row.name}
              </a>
              <p className="text-s text-muted">{row.context}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
