import { fill, useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

export interface HandoverData {
  id: string;
  fromUserId: string;
  successors: { id: string; name: string }[];
  providers: { id: string; name: string }[];
  today: string;
}

interface HandoverFormProps {
  data: HandoverData;
  reply: { values: Record<string, unknown>; errors: Record<string, string[] | undefined> } | undefined;
}

/** Which providers, to whom, from which day, with a word for whoever takes over. */
export function HandoverForm({ data, reply }: HandoverFormProps) {
  const t = useTexts("handover");
  const typed = (name: string) => String(reply?.values[name] ?? "");
  const kept = Array.isArray(reply?.values.providerIds) ? reply.values.providerIds.map(String) : undefined;
  return (
    <form method="post" className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <input type="hidden" name="id" value={data.id} />
      <input type="hidden" name="fromUserId" value={data.fromUserId} />
      <Field name="toUserId" label={t.to} errors={reply?.errors.toUserId}>
        {(aria) => (
          <select {...aria} defaultValue={typed("toUserId")} required className="input">
            <option value="">{t.choose}</option>
            {data.successors.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="startsOn" label={t.startsOn} hint={t.startsOnHint} errors={reply?.errors.startsOn}>
        {(aria) => (
          <input
            {...aria}
            type="date"
            min={data.today}
            defaultValue={typed("startsOn") || data.today}
            required
            className="input"
          />
        )}
      </Field>
      <Field name="note" label={t.note} note={t.optional} hint={t.noteHint} errors={reply?.errors.note}>
        {(aria) => <textarea {...aria} rows={3} maxLength={2000} defaultValue={typed("note")} className="input" />}
      </Field>
      <fieldset className="min-w-0">
        <legend className="font-semibold">{fill(t.which, { count: String(data.providers.length) })}</legend>
        {reply?.errors.providerIds ? (
          <p className="text-s font-semibold text-error">{reply.errors.providerIds.join(" ")}</p>
        ) : null}
        <ul className="mt-1 grid divide-y divide-rule">
          {data.providers.map((one, place) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4">
              <label className="flex min-h-11 min-w-0 items-center gap-3 wrap-anywhere">
                <input
                  type="checkbox"
                  name="providerIds"
                  value={one.id}
                  defaultChecked={kept ? kept.includes(one.id) : true}
                  className="size-5 shrink-0"
                />
                {one.name}
              </label>
              <OwnNote provider={one} place={place} typed={typedNote(reply?.values.notes, one.id)} />
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="submit" className="button button-main justify-self-start">
        {t.submit}
      </button>
    </form>
  );
}

interface OwnNoteProps {
  provider: { id: string; name: string };
  place: number;
  typed: string;
}

/** A word about one provider, folded until someone has one. */
function OwnNote({ provider, place, typed }: OwnNoteProps) {
  const { colon } = useTexts("common");
  const t = useTexts("handover");
  return (
    <details open={typed !== ""} className="open:basis-full open:pl-8">
      <summary className="inline-flex min-h-11 items-center text-s text-primary underline">
        {t.ownNote}
        <span className="sr-only">{`${colon}${provider.name}`}</span>
      </summary>
      <input type="hidden" name={`notes[${place}].providerId`} value={provider.id} />
      <textarea
        name={`notes[${place}].text`}
        aria-label={fill(t.ownNoteOf, { name: provider.name })}
        rows={2}
        maxLength={2000}
        defaultValue={typed}
        className="input mb-2 w-full"
      />
    </details>
  );
}

/** What was typed about one provider, in a form that comes back. */
function typedNote(notes: unknown, providerId: string): string {
  if (!Array.isArray(notes)) return "";
  const found = notes.find((one) => typeof one === "object" && one !== null && one.providerId === providerId);
  return typeof found?.text === "string" ? found.text : "";
}
