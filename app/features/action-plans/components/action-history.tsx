import { useTexts } from "~/i18n/use-texts";

/** Each change of an action in a line, folded. */
export function ActionHistory({ lines }: { lines: string[] }) {
  const { history: t } = useTexts("plans");
  return (
    <details>
      <summary className="flex min-h-11 items-center font-semibold text-primary">{t.title}</summary>
      <ol className="mt-1 grid gap-1 text-s">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  );
}
