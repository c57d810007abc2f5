import { useFetcher } from "@remix-run/react";
import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { fill } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Field } from "~/ui/field";

export interface PickedProvider {
  id: string;
  name: string;
  /** Kind and commune, one line. */
  context: string;
}
/** What the search answers: the count in words, and the rows. */
export interface ProviderResults {
  found: string;
  rows: PickedProvider[];
}

interface ProviderPickerProps {
  officeId: string;
  picked: PickedProvider[];
  /** The answer of a search made without JavaScript. */
  results: ProviderResults | undefined;
  query: string;
  texts: { who: string; whoHint: string; add: string; remove: string; createProvider: string; search: string };
  errors: string[] | undefined;
}

/**
 * Who: one search over the office's providers, each a tap away. Without JavaScript its buttons post
 * `intent` = `search`, `add/<id>` or `remove/<id>`, and the page comes back with the answer.
 */
export function ProviderPicker({ officeId, picked: first, results, query, texts, errors }: ProviderPickerProps) {
  const [picked, setPicked] = useState(first);
  const [typed, setTyped] = useState(query);
  const search = useFetcher<ProviderResults>();
  const box = useRef<HTMLInputElement>(null);
  const shown = typed.length < 2 ? undefined : (search.data ?? results);
  const rows = (shown?.rows ?? []).filter((row) => !picked.some((one) => one.id === row.id));
  const pick = (row: PickedProvider) => {
    setPicked([...picked, row]);
    setTyped("");
    box.current?.focus();
  };
  return (
    <div className="grid gap-2">
      <PickedList picked={picked} remove={texts.remove} onRemove={(id) => setPicked(picked.filter((one) => one.id !== id))} />
      <Field name="who" label={texts.who} hint={texts.whoHint} errors={errors}>
        {(aria) => (
          <div className="flex gap-2">
            <input
              {...aria}
              ref={box}
              type="search"
              autoComplete="off"
              className="input"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                if (event.target.value.length >= 2)
                  search.load(paths.providerSearch({ q: event.target.value, office: officeId }));
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                if (rows[0]) pick(rows[0]);
              }}
            />
            <button type="submit" name="intent" value="search" className="button noscript-only">
              {texts.search}
            </button>
          </div>
        )}
      </Field>
      <p role="status" className="text-s text-muted">
        {shown?.found ?? ""}
      </p>
      <ResultList rows={rows} add={texts.add} onPick={pick} />
      {shown && rows.length === 0 && typed !== "" ? (
        <p>
          <a href={paths.newProvider({ name: typed })}>{fill(texts.createProvider, { name: typed })}</a>
        </p>
      ) : null}
    </div>
  );
}

interface ResultListProps {
  rows: PickedProvider[];
  add: string;
  onPick: (row: PickedProvider) => void;
}

function ResultList({ rows, add, onPick }: ResultListProps) {
  if (rows.length === 0) return null;
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="submit"
            name="intent"
            value={`add/${row.id}`}
            aria-label={fill(add, { name: row.name })}
            className="flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left hover:text-primary"
            onClick={(event) => {
              event.preventDefault();
              onPick(row);
            }}
          >
            <Plus aria-hidden size={18} className="shrink-0" />
            <span>
              <span className="font-semibold">{row.name}</span> <span className="text-s text-muted">{row.context}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface PickedListProps {
  picked: PickedProvider[];
  remove: string;
  onRemove: (id: string) => void;
}

function PickedList({ picked, remove, onRemove }: PickedListProps) {
  if (picked.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {picked.map((one, place) => (
        <li key={one.id} className="flex items-center rounded-full border border-primary bg-primary/10 pl-4">
          <input type="hidden" name={`participants[${place}].providerId`} value={one.id} />
          <span className="font-semibold">{one.name}</span>
          <button
            type="submit"
            name="intent"
            value={`remove/${one.id}`}
            aria-label={fill(remove, { name: one.name })}
            className="grid size-11 place-items-center"
            onClick={(event) => {
              event.preventDefault();
              onRemove(one.id);
            }}
          >
            <X aria-hidden size={18} />
          </button>
        </li>
      ))}
    </ul>
  );
}
