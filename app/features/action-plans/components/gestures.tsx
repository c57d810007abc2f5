import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface GesturesProps {
  gestures: { title: string; isDone: boolean; place: number }[];
  to: string;
  actionId: string;
}

/** The smaller gestures of a step, folded; each one a button that ticks it, so that it works without JavaScript. */
export function Gestures({ gestures, to, actionId }: GesturesProps) {
  const t = useTexts("myPlan");
  const done = gestures.filter((gesture) => gesture.isDone).length;
  return (
    <details className="mt-3" open={done > 0}>
      <summary className="flex min-h-11 items-center font-semibold text-primary">
        {t.gestures} ({done}/{gestures.length})
      </summary>
      <ul className="grid gap-1">
        {gestures.map((gesture) => (
          <li key={gesture.place}>
            <form method="post" action={to}>
              <input type="hidden" name="intent" value="tick" />
              <input type="hidden" name="actionId" value={actionId} />
              <input type="hidden" name="step" value={gesture.place} />
              <button
                type="submit"
                name="isDone"
                value={gesture.isDone ? "0" : "1"}
                aria-pressed={gesture.isDone}
                className="flex min-h-11 w-full items-start gap-3 py-2 text-left"
              >
                {gesture.isDone ? (
                  <Icon name="square-check" size={24} className="flex-none text-primary" />
                ) : (
                  <Icon name="square" size={24} className="flex-none text-muted" />
                )}
                <span className={gesture.isDone ? "text-muted" : ""}>{gesture.title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
