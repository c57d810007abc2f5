import type { MouseEvent } from "react";
import { useLabelled } from "~/i18n/use-texts";
import { Icon } from "./icon";
import { useFocusOn } from "./use-focus-on";

interface ErrorSummaryProps {
  /** « 2 points à compléter ». */
  title: string;
  errors: Record<string, string[]>;
  labels: Record<string, string>;
}

/** After a refused submit: how many things are left, each a link to its field; it takes the focus. */
export function ErrorSummary({ title, errors, labels }: ErrorSummaryProps) {
  const labelled = useLabelled();
  const entries = Object.entries(errors).filter(([, texts]) => texts.length > 0);
  const isShown = entries.length > 0;
  const box = useFocusOn(isShown ? "shown" : "");
  if (!isShown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="sheet border-error p-4">
      <p className="flex items-center gap-2 font-semibold text-error">
        <Icon name="triangle-exclamation-point" size={20} />
        {title}
      </p>
      <ul className="mt-2 grid gap-1">
        {entries.map(([field, texts]) => (
          <li key={field}>
            {field === "" ? (
              texts.join(" ")
            ) : (
              <a href={`#${field}`} onClick={goTo}>
                {labelled(labels[field] ?? field, texts.join(" "))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In a page with scripts, a step to `#field` would be a new place, which knows nothing of what was refused: the field takes the focus instead. */
function goTo(event: MouseEvent<HTMLAnchorElement>): void {
  const place = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  const field = place?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button") ?? place;
  if (!field) return;
  event.preventDefault();
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  field.scrollIntoView({ block: "nearest" });
  field.focus();
}
