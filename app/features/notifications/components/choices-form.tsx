import { useTexts } from "~/i18n/use-texts";
import { type NoticeFrequency, type NoticeKind, noticeFrequencies } from "~/lib/vocabulary";

export interface ChoicesData {
  kinds: { kind: NoticeKind; frequency: NoticeFrequency }[];
}

/** Which news come by mail and how often; one button stops them all. */
export function ChoicesForm({ choices }: { choices: ChoicesData }) {
  const { choices: t } = useTexts("notices");
  return (
    <form method="post" className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      {choices.kinds.map(({ kind, frequency }) => (
        <div key={kind} className="grid gap-1 sm:grid-cols-2 sm:items-center">
          <label htmlFor={kind} className="font-semibold">
            {t.kinds[kind]}
          </label>
          <select id={kind} name={kind} defaultValue={frequency} className="input">
            {noticeFrequencies.map((one) => (
              <option key={one} value={one}>
                {t.frequencies[one]}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className="text-s text-muted">{t.season}</p>
      <div className="flex flex-wrap gap-2">
        <button type="submit" name="intent" value="choose" className="button button-main">
          {t.save}
        </button>
        <button type="submit" name="intent" value="stop" className="button">
          {t.stop}
        </button>
      </div>
    </form>
  );
}
