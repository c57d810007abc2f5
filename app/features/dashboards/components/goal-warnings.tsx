import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

/** What the dashboard says of goals behind, until somebody took note of each. */
export function GoalWarnings({ warnings }: { warnings: readonly { id: string; text: string; context: string; to: string }[] }) {
  const t = useTexts("dashboard").goalWarnings;
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="goal-warnings" className="sheet mb-8 max-w-3xl border-l-8 border-l-mark p-4 print:hidden">
      <h2 id="goal-warnings" className="flex items-center gap-2 text-m">
        <Icon name="triangle-exclamation-point" size={18} />
        {t.title}
      </h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.id}>
            <a href={warning.to} className="grid min-h-11 content-center">
              <span>{warning.text}</span>
              <span className="text-s text-muted">{warning.context}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="text-s text-muted">{t.help}</p>
    </section>
  );
}
