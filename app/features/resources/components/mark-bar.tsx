import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface MarkBarProps {
  to: string;
  marks: { isKept: boolean; isDone: boolean; isUseful: boolean | null };
}

/** Useful or not, done, kept: one tap each, by a plain form. */
export function MarkBar({ to, marks }: MarkBarProps) {
  const t = useTexts("library");
  const buttons = [
    { intent: "useful", label: t.useful, isOn: marks.isUseful === true, icon: "thumbs-up" as const },
    { intent: "not_useful", label: t.notUseful, isOn: marks.isUseful === false, icon: "thumbs-down" as const },
    { intent: marks.isDone ? "undo" : "done", label: t.isDone, isOn: marks.isDone, icon: "check" as const },
    { intent: marks.isKept ? "unkeep" : "keep", label: t.keep, isOn: marks.isKept, icon: "bookmark" as const },
  ];
  return (
    <form method="post" action={to} aria-label={t.marks} className="mt-6 flex flex-wrap gap-2 print:hidden">
      {buttons.map(({ intent, label, isOn, icon }) => (
        <button
          key={label}
          name="intent"
          value={intent}
          type="submit"
          aria-pressed={isOn}
          className="button aria-pressed:bg-mark aria-pressed:text-black"
        >
          <Icon name={icon} size={18} className="mr-1 inline" />
          {label}
        </button>
      ))}
    </form>
  );
}
