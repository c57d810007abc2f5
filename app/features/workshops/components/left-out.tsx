import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { useFocusOn } from "~/ui/use-focus-on";
import type { HolidayNotice } from "../left-out.server";

interface LeftOutProps {
  reply: { holidays: HolidayNotice | null } | undefined;
}

/** The dates in holidays, left out or not, told before they are saved, in focus; what was read goes back with the form. */
export function LeftOut({ reply }: LeftOutProps) {
  const { series: t } = useTexts("workshops");
  const box = useFocusOn(reply?.holidays?.key ?? "");
  if (!reply?.holidays) return null;
  const { key, lists } = reply.holidays;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="sheet grid gap-4 border-info p-4">
      {lists.map(({ title, texts, rest }) => (
        <div key={title}>
          <p className="flex items-center gap-2 font-semibold text-info">
            <Icon name="calendar-days" />
            {title}
          </p>
          <ul className="mt-2 grid list-disc gap-1 pl-6">
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="mt-2">{rest}</p>
        </div>
      ))}
      <p>{t.again}</p>
      <input type="hidden" name="leftOut" value={key} />
    </div>
  );
}
