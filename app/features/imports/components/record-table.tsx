import { useTexts } from "~/i18n/use-texts";

/** A record as the review shows it: every text made by the loader. */
export interface RecordLine {
  position: number;
  name: string;
  context: string;
  isChosen: boolean;
  isChoosable: boolean;
  /** What will change, a line each. */
  changes: string[];
  proposal?: { text: string; isAccepted: boolean } | undefined;
}

/** The records of one verdict with their ticks; inside the review's form. */
export function RecordTable({ rows, hasReasons }: { rows: RecordLine[]; hasReasons: boolean }) {
  const { listColumns, choose } = useTexts("imports");
  const isChoosable = rows.some((row) => row.isChoosable);
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            {isChoosable ? <th scope="col">{listColumns.chosen}</th> : null}
            <th scope="col">{listColumns.name}</th>
            <th scope="col">{hasReasons ? listColumns.why : listColumns.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              {isChoosable ? (
                <td>
                  <input type="hidden" name="shown" value={row.position} />
                  <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
                    <input
                      type="checkbox"
                      name="chosen"
                      value={row.position}
                      defaultChecked={row.isChosen}
                      className="size-5 accent-primary"
                    />
                    <span className="sr-only">{choose.replace("{{name}}", row.name)}</span>
                  </label>
                </td>
              ) : null}
              <td>
                <span className="font-semibold">{row.name}</span>
                <span className="block text-s text-muted">{row.context}</span>
              </td>
              <td>
                {row.changes.map((change) => (
                  <span key={change} className="block break-words">
                    {change}
                  </span>
                ))}
                {row.proposal ? (
                  <label className="mt-1 flex min-h-8 items-center gap-2 text-s">
                    <input
                      type="checkbox"
                      name="accepted"
                      value={row.position}
                      defaultChecked={row.proposal.isAccepted}
                      className="size-5 accent-primary"
                    />
                    {row.proposal.text}
                  </label>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
