import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface Line {
  id: string;
  title: string;
  context: string;
  /** Left out of the collection's public page: it is not public itself. */
  isKept?: boolean;
}

interface CollectionEditorProps {
  rows: Line[];
  q: string;
  /** What the search offers to add; undefined before any search. */
  found: Line[] | undefined;
}

/** The list of a collection to order, and a search to add to it; plain forms, one change each. */
export function CollectionEditor({ rows, q, found }: CollectionEditorProps) {
  const { collections: t } = useTexts("resources");
  return (
    <>
      <section className="max-w-3xl">
        <h2 className="mb-3 text-l">{t.list}</h2>
        {rows.length === 0 ? <p>{t.empty}</p> : null}
        <ol className="sheet divide-y divide-rule">
          {rows.map((row, place) => (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
              <LineTexts line={row} />
              <form method="post" className="flex gap-1">
                <input type="hidden" name="resource" value={row.id} />
                <Change intent="up" label={fill(t.up, { title: row.title })} icon="arrow-up" isOff={place === 0} />
                <Change
                  intent="down"
                  label={fill(t.down, { title: row.title })}
                  icon="arrow-down"
                  isOff={place === rows.length - 1}
                />
                <Change intent="remove" label={fill(t.remove, { title: row.title })} icon="x" />
              </form>
            </li>
          ))}
        </ol>
      </section>
      <section className="mt-8 max-w-3xl" id="add">
        <h2 className="mb-3 text-l">{t.search}</h2>
        <form method="get" action="#add" className="mb-3 flex flex-wrap gap-2">
          <input type="search" name="q" aria-label={t.search} defaultValue={q} className="input min-w-0 flex-1" />
          <button type="submit" className="button">
            {t.find}
          </button>
        </form>
        {found?.length === 0 ? <p>{t.nothing}</p> : null}
        <ul className="sheet divide-y divide-rule empty:hidden">
          {(found ?? []).map((line) => (
            <li key={line.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
              <LineTexts line={line} />
              <form method="post">
                <input type="hidden" name="resource" value={line.id} />
                <button
                  type="submit"
                  name="intent"
                  value="add"
                  className="button"
                  aria-label={fill(t.add, { title: line.title })}
                >
                  {t.addShort}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function LineTexts({ line }: { line: Line }) {
  const { collections: t } = useTexts("resources");
  return (
    <p className="min-w-0 flex-[1_1_14rem]">
      <span className="block font-semibold">{line.title}</span>
      <span className="text-s text-muted">{line.context}</span>
      {line.isKept ? (
        <span className="flex items-center gap-1 text-s">
          <Icon name="triangle-exclamation-point" size={16} />
          {t.kept}
        </span>
      ) : null}
    </p>
  );
}

interface ChangeProps {
  intent: string;
  label: string;
  icon: "arrow-up" | "arrow-down" | "x";
  isOff?: boolean;
}

const Change = ({ intent, label, icon, isOff = false }: ChangeProps) => (
  <button
    type="submit"
    name="intent"
    value={intent}
    aria-label={label}
    disabled={isOff}
    className="grid size-11 place-items-center rounded-full border border-rule bg-surface disabled:opacity-40"
  >
    <Icon name={icon} size={18} />
  </button>
);
