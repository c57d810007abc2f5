import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { ResourceLine } from "./resource-list";

/** The resources of a collection in their order; those that the reader has done are ticked. */
export function CollectionSteps({ rows }: { rows: (ResourceLine & { id: string; isDone: boolean })[] }) {
  const { collections: t } = useTexts("resources");
  return (
    <ol className="sheet divide-y divide-rule">
      {rows.map((row, place) => (
        <li key={row.id} className="has-door grid grid-cols-[2.5rem_1fr] gap-2 px-4 py-3">
          <span aria-hidden="true" className="text-l font-semibold tabular-nums text-muted">
            {place + 1}
          </span>
          <div>
            <a href={row.to} className="door font-semibold">
              {row.title}
            </a>
            {row.isDone ? (
              <span className="ml-2 inline-flex items-center gap-1 text-s">
                <Icon name="check" size={16} />
                {t.isDone}
              </span>
            ) : null}
            <p>{row.summary}</p>
            <p className="text-s text-muted">{row.context}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
