import { useTexts } from "~/i18n/use-texts";
import type { Given } from "../given.queries.server";

interface GivenResourcesProps {
  title: string;
  given: readonly Given[];
}

/** What the workshop gives to read, before it or after. */
export function GivenResources({ title, given }: GivenResourcesProps) {
  const { manage } = useTexts("programme");
  if (given.length === 0) return null;
  return (
    <section aria-label={title} className="sheet mt-4 p-4">
      <h2 className="text-m font-semibold">{title}</h2>
      <ul className="mt-1 grid gap-1">
        {given.map((one) => (
          <li key={one.id}>
            {one.to ? (
              <a href={one.to}>{one.title}</a>
            ) : (
              <>
                {one.title} <span className="text-muted">({manage.ask})</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
