import { type ReactNode, useContext, useEffect } from "react";
import type { TableRow } from "~/features/dashboards/describe-series.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { NonceContext } from "~/ui/nonce";
import acts from "./chart-acts?worker&url";
import { listenToCopies } from "./listen-to-copies";

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
  // Reached from a page with Remix's scripts; else the page's own file does it.
  useEffect(listenToCopies, []);
  return (
    <div data-chart={title}>
      {children}
      {table ? (
        <details className="mt-1 text-s print:hidden">
          <summary className="min-h-6 w-fit text-primary underline">{seeTable}</summary>
          <ChartTable title={title} {...table} />
        </details>
      ) : null}
      <p className="copies">
        <CopyButton what="image" label={t.image} name={fill(t.imageOf, { title })} />
        {table ? <CopyButton what="table" label={t.table} name={fill(t.tableOf, { title })} /> : null}
        <span role="status" data-copied={t.copied} data-saved={t.saved} data-failed={t.failed} />
      </p>
    </div>
  );
}

function CopyButton({ what, label, name }: { what: "image" | "table"; label: string; name: string }) {
  return (
    <button type="button" aria-label={name} data-copy={what}>
      <Icon name="copy" size={16} />
      {label}
    </button>
  );
}

/** Goes once on a page of charts: the file that makes them act. */
export function ChartActs() {
  return <script type="module" src={acts} nonce={useContext(NonceContext)} suppressHydrationWarning />;
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
