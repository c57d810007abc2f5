import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

/** Who followed the provider one after the other, and the way to pass it on. */
export function ReferentHistory({ lines }: { lines: { id: string; text: string; note: string }[] }) {
  const t = useTexts("handover");
  const { quoted } = useTexts("common");
  return (
    <div className="mt-3">
      {lines.length > 0 ? <h3 className="font-semibold">{t.history}</h3> : null}
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line.id}>
            {line.text}
            {line.note ? (
              <span className="block whitespace-pre-line text-s text-muted wrap-anywhere">
                {fill(quoted, { text: line.note })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <a href={paths.handOver()} className="inline-flex min-h-11 items-center">
        {t.title}
      </a>
    </div>
  );
}
