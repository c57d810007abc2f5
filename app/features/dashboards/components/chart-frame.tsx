import { type ReactNode, useRef, useState } from "react";
import type { TableRow } from "~/features/dashboards/describe-series.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { chartPicture, copyPicture, copyTable } from "~/ui/copy-chart";
import { Icon } from "~/ui/icon";
import { useHydrated } from "~/ui/use-hydrated";

interface ChartFrameProps {
  title: string;
  /** The chart drawn on the server. */
  children: ReactNode;
  /** The table under it; none where the page has one beside. */
  table?: { head: readonly string[]; rows: readonly TableRow[] };
}

/** A chart with its table under it; both can be copied, and without a script the table remains to read and select. */
export function ChartFrame({ title, children, table }: ChartFrameProps) {
  const { table: seeTable } = useTexts("dashboard");
  const t = useTexts("series").copy;
  const isHydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const tell = (work: () => Promise<string>) => () => {
    work().then(setSaid, () => setSaid(t.failed));
  };
  const takePicture = tell(async () => {
    const svg = frame.current?.querySelector("svg");
    if (!svg) return t.failed;
    return t[await copyPicture(await chartPicture(svg, title), title)];
  });
  const takeTable = tell(async () => {
    const found = frame.current?.querySelector("table");
    if (!found) return t.failed;
    await copyTable(found);
    return t.copied;
  });
  return (
    <div ref={frame}>
      {children}
      {table ? (
        <details className="mt-1 text-s print:hidden">
          <summary className="min-h-6 w-fit text-primary underline">{seeTable}</summary>
          <ChartTable title={title} {...table} />
        </details>
      ) : null}
      {isHydrated ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-4 text-s print:hidden">
          <CopyButton label={t.image} name={fill(t.imageOf, { title })} onClick={takePicture} />
          {table ? <CopyButton label={t.table} name={fill(t.tableOf, { title })} onClick={takeTable} /> : null}
          <span role="status">{said}</span>
        </p>
      ) : null}
    </div>
  );
}

function CopyButton({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={name}
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-1 text-primary underline"
    >
      <Icon name="copy" size={16} />
      {label}
    </button>
  );
}

/** A table of figures: the first column names the row, cells may be links; what is too wide scrolls. */
export function ChartTable({ title, head, rows }: { title: string } & NonNullable<ChartFrameProps["table"]>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen scrolls, and the keyboard must reach it.
    <div className="mt-2 overflow-x-auto" role="region" aria-label={title} tabIndex={0}>
      <table className="figure-table max-w-4xl" role="table">
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row" className="min-w-28">
                <Told text={row.label} to={row.to} />
              </th>
              {row.cells.map((cell, place) => (
                <td key={head[place + 1]}>
                  <Told {...cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Told({ text, to }: { text: string; to?: string | undefined }) {
  return to ? <a href={to}>{text}</a> : text;
}
