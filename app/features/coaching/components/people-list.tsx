import { fill, useTexts } from "~/i18n/use-texts";
import { presences } from "~/lib/vocabulary";
import { Choice } from "~/ui/choice";
import { Icon } from "~/ui/icon";
import type { ShownPerson } from "../people";
import { fieldsOfKind, splitKey } from "../typed";

interface PeopleListProps {
  people: readonly ShownPerson[];
  isGroup: boolean;
  /** Ids of establishments ticked. */
  establishments: readonly string[];
  onDrop: (key: string) => void;
}

/** Those expected: how each came when it is a group, and which establishment it was about. */
export function PeopleList({ people, isGroup, establishments, onDrop }: PeopleListProps) {
  const t = useTexts("sessionForm");
  const { form } = useTexts("coaching");
  if (people.length === 0) return null;
  return (
    <ul className="sheet divide-y divide-rule border-l-4 border-l-mark">
      {people.map((one, place) => (
        <li key={one.key} className="grid gap-2 py-1 pr-1 pl-4">
          <KeyField one={one} place={place} />
          <div className="flex flex-wrap items-center gap-x-3">
            <p className="min-w-40 flex-1 py-1">
              <span className="font-semibold">{one.name}</span>{" "}
              <span className="block text-s text-muted sm:inline">{one.context}</span>
            </p>
            {isGroup ? (
              <select
                name={`participants[${place}].presence`}
                aria-label={fill(t.presenceOf, { name: one.name })}
                defaultValue={one.presence}
                className="input w-auto py-1 text-s"
              >
                {presences.map((presence) => (
                  <option key={presence} value={presence}>
                    {t.presences[presence]}
                  </option>
                ))}
              </select>
            ) : null}
            <button
              type="submit"
              name="intent"
              value={`remove:${one.key}`}
              aria-label={fill(form.remove, { name: one.name })}
              className="grid size-11 place-items-center rounded-full hover:text-primary"
              onClick={(event) => {
                event.preventDefault();
                onDrop(one.key);
              }}
            >
              <Icon name="x" size={18} />
            </button>
          </div>
          {one.establishments.length > 0 ? (
            <fieldset className="pb-2">
              <legend className="text-s text-muted">{fill(t.establishments, { name: one.name })}</legend>
              <div className="mt-1 flex flex-wrap gap-2">
                {one.establishments.map((place) => (
                  <Choice
                    key={place.id}
                    type="checkbox"
                    name="establishments"
                    value={place.id}
                    isChecked={establishments.includes(place.id)}
                  >
                    {place.name}
                  </Choice>
                ))}
              </div>
            </fieldset>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function KeyField({ one, place }: { one: ShownPerson; place: number }) {
  const split = splitKey(one.key);
  return split ? <input type="hidden" name={`participants[${place}].${fieldsOfKind[split.kind]}`} value={split.id} /> : null;
}
