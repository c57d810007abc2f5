import { useTexts } from "~/i18n/use-texts";

export interface Attending {
  id: string;
  name: string;
  establishment: string;
  presence: string;
  pictures: string;
  /** « signé à 14:05 ». */
  signed: string;
}

interface AttendanceListProps {
  people: readonly Attending[];
  isSigned: boolean;
  /** What was marked on a screen that was refused, by person. */
  marked?: Readonly<Record<string, string>> | undefined;
}

/** Each person with three large targets; made for a finger. */
export function AttendanceList({ people, isSigned, marked = {} }: AttendanceListProps) {
  const { attendance: t } = useTexts("workshops");
  return (
    <ul className="sheet">
      {people.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule px-4 py-3 last:border-b-0"
        >
          <div>
            <p className="font-semibold">{one.name}</p>
            <p className="text-s text-muted">{[one.establishment, one.pictures, one.signed].filter(Boolean).join(" · ")}</p>
          </div>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{one.name}</legend>
            {(["present", "excused", "absent"] as const).map((presence) => (
              <label key={presence} className="choice">
                <input
                  type="radio"
                  name={`presence.${one.id}`}
                  value={presence}
                  defaultChecked={(marked[one.id] ?? one.presence) === presence}
                />
                <span>{t.presences[presence]}</span>
              </label>
            ))}
          </fieldset>
          {isSigned && !one.signed ? <SignButtons one={one} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Hands the tablet over, or confirms for whoever cannot draw; what is marked so far is saved with it. */
function SignButtons({ one }: { one: Attending }) {
  const t = useTexts("signing");
  return (
    <div className="flex basis-full flex-wrap gap-2">
      <button type="submit" name="intent" value={`hand:${one.id}`} className="button min-h-11">
        {t.hand}
        <span className="sr-only"> ({one.name})</span>
      </button>
      <button type="submit" name="intent" value={`confirm:${one.id}`} className="button button-quiet min-h-11">
        {t.confirm}
        <span className="sr-only"> ({one.name})</span>
      </button>
    </div>
  );
}
