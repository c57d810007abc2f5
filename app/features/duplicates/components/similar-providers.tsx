import { useTexts } from "~/i18n/use-texts";

export interface SimilarRows {
  rows: { to: string; name: string; context: string }[];
}

/** Records that look like the one being typed; said aloud, and never in the way of saving. */
export function SimilarProviders({ found }: { found: SimilarRows | undefined }) {
  const { similar } = useTexts("duplicates");
  const rows = found?.rows ?? [];
  return (
    <div role="status">
      {rows.length > 0 ? (
        <div className="rounded-box border border-warn p-4">
          <p className="font-semibold">{similar}</p>
          <ul className="mt-1 grid gap-1">
            {rows.map((row) => (
              <li key={row.to}>
                <a href={row.to} className="underline">
                  {row.name}
                </a>{" "}
                <span className="text-s text-muted">{row.context}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
