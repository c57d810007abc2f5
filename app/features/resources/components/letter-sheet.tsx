import { useTexts } from "~/i18n/use-texts";

/** The news shown, ready to paste into the office's mailing tool: as text and as HTML. */
export function LetterSheet({ letter }: { letter: { text: string; html: string } }) {
  const t = useTexts("library");
  const parts = [
    { id: "letter-text", label: t.letterText, value: letter.text },
    { id: "letter-html", label: t.letterHtml, value: letter.html },
  ];
  return (
    <details className="sheet mt-8 px-4 pb-3 open:pb-4">
      <summary className="min-h-11 cursor-pointer pt-3 font-semibold">{t.letter}</summary>
      <p className="mb-3 text-muted">{t.letterHint}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        {parts.map((part) => (
          <div key={part.id} className="grid gap-1">
            <label htmlFor={part.id} className="font-semibold">
              {part.label}
            </label>
            <textarea id={part.id} readOnly rows={12} className="input" value={part.value} />
          </div>
        ))}
      </div>
    </details>
  );
}
