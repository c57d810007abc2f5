import { useTexts } from "~/i18n/use-texts";

interface CoverageTableProps {
  title: string;
  head: string;
  rows: readonly {
    label: string;
    reached: string;
    /** « sur 161 ». */
    ofKnown: string;
    /** « 12 sur 15 du territoire », where that is another number. */
    ofTerritory: string;
    share: string;
    /** 0 to 1. */
    part: number;
    never: string;
    reachedTo?: string | undefined;
    neverTo?: string | undefined;
    /** Its A4, for a commune. */
    sheetTo?: string | undefined;
  }[];
  /** The rest of the table above: its title is for screen readers alone. */
  isFollowing?: boolean;
}

/** A row a kind or commune: known, supported, the share as a number and a bar, never met. */
export function CoverageTable({ title, head, rows, isFollowing = false }: CoverageTableProps) {
  const { columns } = useTexts("dashboard");
  const hasNever = rows.some((row) => row.never !== "");
  const hasSheet = rows.some((row) => row.sheetTo);
  if (rows.length === 0) return null;
  return (
    <table className="figure-table text-s" role="table">
      <caption className={isFollowing ? "sr-only" : "mb-1 text-left text-m font-bold"}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{columns.reachedOfKnown}</th>
          <th scope="col">{columns.share}</th>
          {hasNever ? <th scope="col">{columns.never}</th> : null}
          {hasSheet ? (
            <th scope="col" className="print:hidden">
              {columns.sheet}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <td>{row.label}</td>
            <td>
              <a href={row.reachedTo}>{row.reached}</a> {row.ofKnown}
              {row.ofTerritory ? <span className="block text-muted">{row.ofTerritory}</span> : null}
            </td>
            <td>
              <svg width="56" height="9" aria-hidden="true" className="mr-2 inline-block max-sm:hidden print:hidden">
                <rect width="56" height="9" rx="2" className="fill-rule" />
                <rect width={row.part * 56} height="9" rx="2" className="fill-primary" />
              </svg>
              {row.share}
            </td>
            {hasNever ? (
              <td>
                <a href={row.neverTo}>{row.never}</a>
              </td>
            ) : null}
            {hasSheet ? (
              <td className="print:hidden">
                {row.sheetTo ? (
                  <a href={row.sheetTo} download aria-label={`PDF ${row.label}`}>
                    PDF
                  </a>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
