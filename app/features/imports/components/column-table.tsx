import { useTexts } from "~/i18n/use-texts";

export interface MappedColumn {
  title: string;
  /** Values of its first rows, each once. */
  examples: string[];
  /** What it is taken for; empty when it is not read. */
  field: string;
}

export interface Option {
  value: string;
  text: string;
}

interface ColumnTableProps {
  columns: MappedColumn[];
  fields: Option[];
  /** What was posted and refused, column by column. */
  typed: unknown;
}

/** A table's columns with examples, and a choice of what each is. */
export function ColumnTable({ columns, fields, typed }: ColumnTableProps) {
  const t = useTexts("tableImport");
  const chosen = Array.isArray(typed) ? typed : undefined;
  return (
    <div className="sheet" id="columns">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{t.table.column}</th>
            <th scope="col">{t.table.examples}</th>
            <th scope="col">{t.table.field}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ title, examples, field }, place) => (
            <tr key={title}>
              <td className="font-semibold break-words">{title}</td>
              <td className="break-words text-muted">{examples.length > 0 ? examples.join(" · ") : t.emptyExamples}</td>
              <td>
                <select
                  name={`columns[${place}]`}
                  aria-label={t.fieldOf.replace("{{title}}", title)}
                  defaultValue={chosen ? String(chosen[place] ?? "") : field}
                  className="input"
                >
                  <option value="">{t.ignored}</option>
                  {fields.map(({ value, text }) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
