import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import type { FoundPerson, PeopleResults } from "../people";
import { OwnPeople } from "./own-people";

interface PeoplePickerProps {
  officeId: string;
  pickedKeys: readonly string[];
  /** Answers of searches made without JavaScript. */
  results: PeopleResults | undefined;
  mine: PeopleResults | undefined;
  query: string;
  errors: string[] | undefined;
  onPick: (row: FoundPerson) => void;
  onDrop: (key: string) => void;
}

/**
 * Who: one search over providers, contacts, colleagues and offices, and the list of one's own to
 * tick. Without JavaScript its buttons post an `intent`, and the page comes back with the answer.
 */
export function PeoplePicker(props: PeoplePickerProps) {
  const { officeId, pickedKeys, query, errors, onPick, onDrop } = props;
  const t = useTexts("sessionForm");
  const common = useTexts("common");
  const [typed, setTyped] = useState(query);
  const [isMineOpen, setMineOpen] = useState(props.mine !== undefined);
  const search = useFetcher<PeopleResults>();
  const mine = useFetcher<PeopleResults>();
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const shown = typed.trim().length < 2 ? undefined : (search.data ?? props.results);
  const rows = notPicked(shown, pickedKeys);
  const own = mine.data ?? props.mine;
  const pick = (row: FoundPerson) => {
    onPick(row);
    setTyped("");
    box.current?.focus();
  };
  // Enter pressed before the answer has come: the first one is taken as it comes.
  useEffect(() => {
    if (!isEnterWaiting || search.state !== "idle") return;
    setEnterWaiting(false);
    if (rows[0]) pick(rows[0]);
  });
  const ask = (text: string) => {
    setTyped(text);
    setEnterWaiting(false);
    if (text.trim().length >= 2) search.load(paths.coachingPeople({ q: text, office: officeId }));
  };
  return (
    <div className="grid gap-3">
      <Field name="participants" label={t.who} hint={t.whoHint} errors={errors}>
        {(aria) => (
          <div className="flex flex-wrap gap-2">
            <div className="relative min-w-0 flex-1 basis-64">
              <Icon name="search" size={20} className="absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
              <input
                {...aria}
                name="who"
                ref={box}
                type="search"
                autoComplete="off"
                className="input pl-10"
                value={typed}
                onChange={(event) => ask(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || typed.trim() === "") return;
                  event.preventDefault();
                  setEnterWaiting(true);
                }}
              />
            </div>
            <button type="submit" name="intent" value="search" className="button noscript-only">
              {common.actions.search}
            </button>
            <button
              type="submit"
              name="intent"
              value="mine"
              aria-expanded={isMineOpen}
              className="button"
              onClick={(event) => {
                event.preventDefault();
                setMineOpen(!isMineOpen);
                if (!own) mine.load(paths.coachingPeople({ mine: 1, office: officeId }));
              }}
            >
              <Icon name="list-checks" size={20} />
              {t.mine}
            </button>
          </div>
        )}
      </Field>
      <p role="status" className="empty:hidden text-s text-muted">
        {shown?.found ?? ""}
      </p>
      {shown ? <Results rows={rows} typed={typed.trim()} onPick={pick} /> : null}
      {isMineOpen && own ? <OwnPeople own={own} pickedKeys={pickedKeys} onPick={onPick} onDrop={onDrop} /> : null}
    </div>
  );
}

/** A contact of a business already picked can still join it. */
function notPicked(shown: PeopleResults | undefined, keys: readonly string[]): FoundPerson[] {
  return shown ? shown.rows.filter((row) => row.contactId !== undefined || !keys.includes(row.key)) : [];
}

function Results({ rows, typed, onPick }: { rows: FoundPerson[]; typed: string; onPick: (row: FoundPerson) => void }) {
  const t = useTexts("sessionForm");
  const { form } = useTexts("coaching");
  const unrecorded = { key: `name/${typed}`, name: typed, context: t.unrecorded };
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={`${row.key}+${row.contactId ?? ""}`}>
          <ResultButton row={row} label={fill(form.add, { name: row.name })} onPick={onPick}>
            <span className="font-semibold">{row.name}</span> <span className="text-s text-muted">{row.context}</span>
          </ResultButton>
        </li>
      ))}
      <li className="flex flex-wrap items-center gap-x-4">
        <ResultButton row={unrecorded} onPick={onPick}>
          {fill(t.addName, { name: typed })}
        </ResultButton>
        {rows.length === 0 ? (
          <a href={paths.newProvider({ name: typed })} className="px-4 py-2">
            {fill(t.createProvider, { name: typed })}
          </a>
        ) : null}
      </li>
    </ul>
  );
}

interface ResultButtonProps {
  row: FoundPerson;
  label?: string;
  onPick: (row: FoundPerson) => void;
  children: ReactNode;
}

function ResultButton({ row, label, onPick, children }: ResultButtonProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={`add:${row.key}${row.contactId ? `+${row.contactId}` : ""}`}
      aria-label={label}
      className="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left hover:text-primary"
      onClick={(event) => {
        event.preventDefault();
        onPick(row);
      }}
    >
      <Icon name="plus" size={18} className="shrink-0" />
      <span>{children}</span>
    </button>
  );
}
