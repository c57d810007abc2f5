import { useTexts } from "~/i18n/use-texts";

/** After someone else saved meanwhile: what is saved, beside the form that keeps what was typed. */
export function ConflictNote({ saved }: { saved: readonly (readonly [label: string, value: string])[] }) {
  const { form: t } = useTexts("common");
  return (
    <section role="alert" className="sheet mb-6 max-w-2xl border-warn p-4">
      <h2 className="font-semibold text-warn">{t.conflictTitle}</h2>
      <p className="mt-1">{t.conflict}</p>
      <h3 className="mt-3 font-semibold">{t.saved}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        {saved.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="whitespace-pre-wrap">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
