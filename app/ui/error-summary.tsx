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
            {field === "" ? texts.join(" ") : <a href={`#${field}`}>{labelled(labels[field] ?? field, texts.join(" "))}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
