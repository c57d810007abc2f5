import { Bookmark, Check, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";

interface MarkBarProps {
  to: string;
  marks: { isKept: boolean; isDone: boolean; isUseful: boolean | null };
}

/** Useful or not, done, kept: one tap each, by a plain form. */
export function MarkBar({ to, marks }: MarkBarProps) {
  const t = useTexts("library");
  const buttons = [
    { intent: "useful", label: t.useful, isOn: marks.isUseful === true, Icon: ThumbsUp },
    { intent: "not_useful", label: t.notUseful, isOn: marks.isUseful === false, Icon: ThumbsDown },
    { intent: marks.isDone ? "undo" : "done", label: t.isDone, isOn: marks.isDone, Icon: Check },
    { intent: marks.isKept ? "unkeep" : "keep", label: t.keep, isOn: marks.isKept, Icon: Bookmark },
  ];
  return (
    <form method="post" action={to} aria-label={t.marks} className="mt-6 flex flex-wrap gap-2 print:hidden">
      {buttons.map(({ intent, label, isOn, Icon }) => (
        <button
          key={label}
          name="intent"
          value={intent}
          type="submit"
          aria-pressed={isOn}
          className="button aria-pressed:bg-mark aria-pressed:text-black"
        >
          <Icon aria-hidden size={18} className="mr-1 inline" />
          {label}
        </button>
      ))}
    </form>
  );
}
