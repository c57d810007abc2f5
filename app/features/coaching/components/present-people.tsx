import { fill, useTexts } from "~/i18n/use-texts";
import type { ShownPerson } from "../people";

/** Who of each business was there: its contacts as ticks, further names as text. */
export function PresentPeople({ people }: { people: readonly ShownPerson[] }) {
  const t = useTexts("sessionForm");
  return people.map((one, place) =>
    one.key.startsWith("provider/") ? (
      <fieldset key={one.key} className="grid gap-2">
        <legend className="font-semibold">{fill(t.present, { name: one.name })}</legend>
        {one.known.length > 0 ? (
          <div className="flex flex-wrap gap-x-6">
            {one.known.map((contact) => (
              <label key={`${contact.id} ${one.contacts.includes(contact.id)}`} className="tick">
                <input
                  type="checkbox"
                  name={`participants[${place}].contacts`}
                  value={contact.id}
                  defaultChecked={one.contacts.includes(contact.id)}
                />
                <span>{contact.name}</span>
              </label>
            ))}
          </div>
        ) : null}
        <label className="grid gap-1">
          <span className="text-s text-muted">
            {fill(t.others, { name: one.name })}. {t.othersHint}
          </span>
          <input name={`participants[${place}].others`} className="input" defaultValue={one.others} autoComplete="off" />
        </label>
      </fieldset>
    ) : null,
  );
}
