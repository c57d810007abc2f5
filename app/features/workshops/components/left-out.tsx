import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface LeftOutProps {
  reply: { leftOut: { key: string; title: string; rest: string; texts: string[] } | null } | undefined;
}

/** The dates that a series leaves out, told before it is saved; what was read goes back with the form. */
export function LeftOut({ reply }: LeftOutProps) {
  const { series: t } = useTexts("workshops");
  if (!reply?.leftOut) return null;
  const { key, title, rest, texts } = reply.leftOut;
  return (
    <div role="alert" className="sheet border-info p-4">
      <p className="flex items-center gap-2 font-semibold text-info">
        <Icon name="calendar-days" />
        {title}
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-6">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="mt-2">
        {rest} {t.again}
      </p>
      <input type="hidden" name="leftOut" value={key} />
    </div>
  );
}
