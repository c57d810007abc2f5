import { useTexts } from "~/i18n/use-texts";

/** Words of participants who let them be quoted, each with its workshop. */
export function QuoteList({ quotes }: { quotes: readonly { id: string; comment: string; source: string; to: string }[] }) {
  const t = useTexts("dashboard");
  if (quotes.length === 0) return null;
  return (
    <div className="mt-5 print:hidden">
      <h3 className="mb-2 text-m">{t.quotes}</h3>
      <ul className="grid gap-4 sm:grid-cols-2">
        {quotes.map((quote) => (
          <li key={quote.id}>
            <blockquote className="border-l-4 border-mark pl-3">
              <p>{quote.comment}</p>
              <footer className="text-s text-muted">
                <a href={quote.to}>{quote.source}</a>
              </footer>
            </blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
}
