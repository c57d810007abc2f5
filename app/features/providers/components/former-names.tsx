import { useLabelled } from "~/i18n/use-texts";

interface FormerNamesProps {
  title: string;
  names: { id: string; name: string; until: string }[];
  remove: string;
}

/** Names that an establishment bore, each with a way to take it out of the search. */
export function FormerNames({ title, names, remove }: FormerNamesProps) {
  const labelled = useLabelled();
  if (names.length === 0) return null;
  return (
    <section className="mt-8 max-w-2xl">
      <h2 className="text-l">{title}</h2>
      <ul className="mt-2 grid gap-2">
        {names.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {one.name} <span className="text-s text-muted">{one.until}</span>
            </span>
            <form method="post">
              <button type="submit" name="removeName" value={one.id} className="button" aria-label={labelled(remove, one.name)}>
                {remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
