import { Icon } from "./icon";

interface ConflictNoticeProps {
  title: string;
  text: string;
  /** The saved values that differ from what was typed, by label. */
  saved: readonly { label: string; value: string }[];
}

/** Someone saved meanwhile: what stands saved, beside what was typed below. */
export function ConflictNotice({ title, text, saved }: ConflictNoticeProps) {
  return (
    <div role="alert" className="sheet mb-6 border-warn p-4">
      <p className="flex items-center gap-2 font-semibold text-warn">
        <Icon name="triangle-exclamation-point" size={20} />
        {title}
      </p>
      <p>{text}</p>
      <dl className="mt-2 grid gap-1">
        {saved.map((one) => (
          <div key={one.label} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{one.label}</dt>
            <dd className="whitespace-pre-wrap">{one.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
