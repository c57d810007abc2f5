import { useTexts } from "~/i18n/use-texts";
import type { FoundPerson, PeopleResults } from "../people";

interface OwnPeopleProps {
  own: PeopleResults;
  pickedKeys: readonly string[];
  onPick: (row: FoundPerson) => void;
  onDrop: (key: string) => void;
}

/** The facilitator's own providers, each a tick away; without JavaScript the ticks are added by a button. */
export function OwnPeople({ own, pickedKeys, onPick, onDrop }: OwnPeopleProps) {
  const t = useTexts("sessionForm");
  return (
    <fieldset className="sheet p-4">
      <legend className="sr-only">{t.mine}</legend>
      <p className="text-s text-muted">{own.found}</p>
      <div className="mt-1 grid max-h-96 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {own.rows.map((row) => (
          <label key={row.key} className="tick">
            <input
              type="checkbox"
              name="picks"
              value={row.key}
              checked={pickedKeys.includes(row.key)}
              onChange={(event) => (event.target.checked ? onPick(row) : onDrop(row.key))}
            />
            <span>
              {row.name} <span className="text-s text-muted">{row.context}</span>
            </span>
          </label>
        ))}
      </div>
      <button type="submit" name="intent" value="pick" className="button noscript-only mt-2">
        {t.addPicked}
      </button>
    </fieldset>
  );
}
