import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { useFocusOn } from "~/ui/use-focus-on";

interface WarningsBoxProps {
  /** In words; none shows nothing. */
  warnings: string[];
  /** What the form sends back to keep the time all the same. */
  confirmKey: string;
  /** Before anything was sent, it only tells. */
  isAsking: boolean;
}

/** What a planned time meets: said before saving, and kept by one tick. */
export function WarningsBox({ warnings, confirmKey, isAsking }: WarningsBoxProps) {
  const t = useTexts("meets");
  const box = useFocusOn(isAsking && warnings.length > 0 ? confirmKey : "");
  if (warnings.length === 0) return null;
  return (
    <div ref={box} role={isAsking ? "alert" : undefined} tabIndex={-1} className="sheet border-warn p-4">
      <p className="flex items-center gap-2 font-semibold text-warn">
        <Icon name="triangle-exclamation-point" />
        {t.title}
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-6">
        {warnings.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <label className="tick mt-2">
        <input type="checkbox" name="confirmed" value={confirmKey} />
        <span>{t.keep}</span>
      </label>
    </div>
  );
}

/** What a workshop's form came back with: warnings to confirm, or nothing. */
export function MeetsBox({ reply }: { reply: { meets: { texts: string[]; key: string } | null } | undefined }) {
  if (!reply?.meets) return null;
  return <WarningsBox warnings={reply.meets.texts} confirmKey={reply.meets.key} isAsking />;
}
