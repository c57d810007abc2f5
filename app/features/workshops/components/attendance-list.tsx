import { useTexts } from "~/i18n/use-texts";

export interface Attending {
  id: string;
  name: string;
  establishment: string;
  presence: string;
  pictures: string;
}

/** Each person with three large targets; made for a finger. */
export function AttendanceList({ people }: { people: readonly Attending[] }) {
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
            <p className="text-s text-muted">{[one.establishment, one.pictures].filter(Boolean).join(" · ")}</p>
          </div>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{one.name}</legend>
            {(["present", "excused", "absent"] as const).map((presence) => (
              <label key={presence} className="choice">
                <input type="radio" name={`presence.${one.id}`} value={presence} defaultChecked={one.presence === presence} />
                <span>{t.presences[presence]}</span>
              </label>
            ))}
          </fieldset>
        </li>
      ))}
    </ul>
  );
}
