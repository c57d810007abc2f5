import { Form, useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { FoundProviders } from "~/features/providers/components/found-providers";
import type { Sent } from "~/i18n/translate";
import { fill, useTexts } from "~/i18n/use-texts";
import { sessionChannels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";

export interface QuickRowData {
  id: string;
  who: string;
  providerId: string;
  minutes: string;
  theme: string;
  note: string;
  /** Those whom the words name, when they name several. */
  choices: { id: string; name: string }[];
}

export interface QuickEntryData {
  id: string;
  officeId: string;
  office: string;
  heldOn: string;
  channel: string;
  themes: { code: string; name: string }[];
  rows: QuickRowData[];
}

/** « Saisie rapide »: the day's calls, a row each; the date and the channel are shared. */
export function QuickEntryForm({ data, errors }: { data: QuickEntryData; errors: Record<string, string[]> }) {
  const { quick: t } = useTexts("coachingLog");
  const { channels } = useTexts("coaching");
  const { form } = useTexts("common");
  const count = Object.keys(errors).length;
  const labels = Object.fromEntries(Object.keys(errors).map((field) => [field, labelOf(field, t)]));
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={data.id} />
      <input type="hidden" name="ownerId" value={data.officeId} />
      <div className="grid max-w-xl grid-cols-2 gap-4">
        <label className="grid gap-1 font-semibold">
          {t.day}
          <input
            id="heldOn"
            type="date"
            name="heldOn"
            defaultValue={data.heldOn}
            aria-invalid={errors.heldOn !== undefined || undefined}
            className="input font-normal"
          />
        </label>
        <label className="grid gap-1 font-semibold">
          {t.channel}
          <select name="channel" defaultValue={data.channel} className="input font-normal">
            {sessionChannels.map((channel) => (
              <option key={channel} value={channel}>
                {channels[channel]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="grid gap-4">
        {data.rows.map((row, place) => (
          <CallRow key={row.id} row={row} place={place} data={data} errors={errors} />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="submit" name="intent" value="save" className="button button-main">
          {t.save}
        </button>
        <button type="submit" name="intent" value="more" className="button">
          {t.more}
        </button>
      </div>
    </Form>
  );
}

interface CallRowProps {
  row: QuickRowData;
  place: number;
  data: QuickEntryData;
  errors: Record<string, string[]>;
}

/** One call. As one types, whoever the words name is shown, or offered where they are several. */
function CallRow({ row, place, data, errors }: CallRowProps) {
  const { quick: t } = useTexts("coachingLog");
  const search = useFetcher<FoundProviders>();
  const [who, setWho] = useState(row.who);
  const field = (name: string) => `rows[${place}].${name}`;
  const cell = (name: string) => ({
    id: field(name),
    name: field(name),
    "aria-invalid": errors[field(name)] !== undefined || undefined,
    className: "input",
  });
  const label = fill(t.row, { number: place + 1 });
  const found = who.length < 2 ? [] : (search.data?.rows ?? []);
  const choices = search.data ? found.map((one) => ({ id: one.id, name: `${one.name}, ${one.context}` })) : row.choices;
  return (
    <fieldset className="sheet grid gap-x-3 gap-y-2 p-3 text-s md:grid-cols-[3fr_5rem_minmax(11rem,2fr)_3fr] md:items-start">
      <legend className="sr-only">{label}</legend>
      <input type="hidden" name={field("id")} value={row.id} />
      <div className="grid gap-1">
        <label className="grid gap-1">
          {t.who}
          <input
            {...cell("who")}
            type="search"
            autoComplete="off"
            value={who}
            onChange={({ target }) => {
              setWho(target.value);
              if (target.value.length >= 2) search.load(paths.providerSearch({ q: target.value, office: data.officeId }));
            }}
          />
        </label>
        <Named choices={choices} chosen={row.providerId} field={field("providerId")} isAsked={who !== ""} />
      </div>
      <label className="grid gap-1">
        {t.minutes}
        <input {...cell("minutes")} autoComplete="off" defaultValue={row.minutes} />
      </label>
      <label className="grid gap-1">
        {t.theme}
        <select {...cell("theme")} defaultValue={row.theme || (place === 0 ? "" : "same")}>
          {place === 0 ? null : <option value="same">{t.sameTheme}</option>}
          <option value="">{t.noTheme}</option>
          {data.themes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        {t.note}
        <input {...cell("note")} autoComplete="off" defaultValue={row.note} />
      </label>
    </fieldset>
  );
}

interface NamedProps {
  choices: QuickRowData["choices"];
  chosen: string;
  field: string;
  isAsked: boolean;
}

function Named({ choices, chosen, field, isAsked }: NamedProps) {
  const { quick: t } = useTexts("coachingLog");
  const [only, ...others] = choices;
  if (!only || !isAsked) return chosen ? <input type="hidden" name={field} value={chosen} /> : null;
  if (others.length === 0) {
    return (
      <p role="status" className="text-muted">
        {only.name}
      </p>
    );
  }
  return (
    <label className="grid gap-1">
      {t.which}
      <select id={field} name={field} className="input" defaultValue={chosen}>
        <option value="">{t.choose}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** « Appel 3, durée » for `rows[2].minutes`. */
function labelOf(field: string, t: Sent["coachingLog"]["quick"]): string {
  const [, place, name] = /^rows\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
  if (place === undefined) return t.day;
  const names: Record<string, string> = { who: t.who, minutes: t.minutes, providerId: t.which, theme: t.theme, note: t.note };
  return `${fill(t.row, { number: Number(place) + 1 })}, ${names[name ?? ""] ?? ""}`;
}
