import { useTexts } from "~/i18n/use-texts";
import type { MatchedWord } from "~/lib/vocabulary";
import type { Option } from "./column-table";

export interface MatchLine {
  /** Its place in the form. */
  place: number;
  word: MatchedWord;
  key: string;
  name: string;
  rows: string;
  choice: string;
  options: Option[];
}

export interface MatchGroup {
  word: MatchedWord;
  title: string;
  help: string;
  rows: MatchLine[];
}

/** What was posted for a name and refused. */
export interface TypedMatch {
  choice?: string;
  other?: string;
}

/** Names of a file with what each is; a provider that is not offered can be named. */
export function MatchTable({ group, typedAt }: { group: MatchGroup; typedAt: (place: number) => TypedMatch }) {
  const { matchTable, choiceOf, otherOf, otherHint } = useTexts("tableImport");
  const isProvider = group.word === "provider";
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{matchTable.name}</th>
            <th scope="col" className="number">
              {matchTable.rows}
            </th>
            <th scope="col">{matchTable.is}</th>
            {isProvider ? <th scope="col">{matchTable.other}</th> : null}
          </tr>
        </thead>
        <tbody>
          {group.rows.map(({ place, word, key, name, rows, choice, options }) => (
            <tr key={key}>
              <td className="font-semibold break-words">
                <input type="hidden" name={`matches[${place}].word`} value={word} />
                <input type="hidden" name={`matches[${place}].key`} value={key} />
                {name}
              </td>
              <td className="number" data-label={matchTable.rows}>
                {rows}
              </td>
              <td>
                <select
                  name={`matches[${place}].choice`}
                  aria-label={choiceOf.replace("{{name}}", name)}
                  defaultValue={typedAt(place).choice ?? choice}
                  className="input"
                >
                  {options.map(({ value, text }) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </td>
              {isProvider ? (
                <td>
                  <input
                    name={`matches[${place}].other`}
                    aria-label={otherOf.replace("{{name}}", name)}
                    placeholder={otherHint}
                    autoComplete="off"
                    defaultValue={typedAt(place).other ?? ""}
                    className="input max-md:mt-2"
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
