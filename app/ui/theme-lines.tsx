import { useLabelled } from "~/i18n/use-texts";

interface ThemeLinesProps {
  title: string;
  /** A word a column, under the last line. */
  ticks: readonly { key: string; text: string }[];
  rows: readonly {
    label: string;
    total: string;
    to?: string | undefined;
    points: readonly { label: string; value: number; valueText: string; to?: string | undefined }[];
  }[];
}

const rowHeight = 64;
const barTop = 24;
const barHeight = 32;

/**
 * A line of small columns a subject, all on one scale, its name and total above. The name is a link that the
 * keyboard reaches; each column is one for the pointer, and the table under the chart has them all.
 */
export function ThemeLines({ title, ticks, rows }: ThemeLinesProps) {
  const labelled = useLabelled();
  const most = Math.max(1, ...rows.flatMap((row) => row.points.map((point) => point.value)));
  const step = 100 / Math.max(ticks.length, 1);
  const every = Math.ceil(ticks.length / 14);
  const base = rows.length * rowHeight;
  return (
    <svg width="100%" height={base + 20} role="group" aria-label={title}>
      {rows.map((row, place) => (
        <g key={row.label}>
          <a href={row.to} role={row.to ? undefined : "img"} aria-label={labelled(row.label, row.total)}>
            <text x="0" y={place * rowHeight + 16} className="fill-ink text-s">
              {row.label}
            </text>
            <text x="100%" y={place * rowHeight + 16} textAnchor="end" className="fill-ink text-s font-semibold tabular-nums">
              {row.total}
            </text>
          </a>
          {row.points.map((point, column) => (
            <a key={point.label} href={point.to} tabIndex={-1}>
              <title>{labelled(`${row.label}, ${point.label}`, point.valueText)}</title>
              <rect
                x={`${column * step}%`}
                y={place * rowHeight + barTop}
                width={`${step}%`}
                height={barHeight}
                className="fill-transparent"
              />
              <rect
                x={`${column * step + step * 0.12}%`}
                y={place * rowHeight + barTop + barHeight - (point.value / most) * barHeight}
                width={`${step * 0.76}%`}
                height={(point.value / most) * barHeight}
                className="fill-primary"
              />
            </a>
          ))}
          <line
            x1="0"
            x2="100%"
            y1={place * rowHeight + barTop + barHeight}
            y2={place * rowHeight + barTop + barHeight}
            className="stroke-ink"
          />
        </g>
      ))}
      {ticks.map(({ key, text }, column) =>
        column % every === 0 ? (
          <g key={key}>
            <text x={`${(column + 0.5) * step}%`} y={base + 8} textAnchor="middle" className="fill-ink text-s max-sm:hidden">
              {text}
            </text>
            <text x={`${(column + 0.5) * step}%`} y={base + 8} textAnchor="middle" className="fill-ink text-s sm:hidden">
              {text.slice(0, 1).toUpperCase()}
            </text>
          </g>
        ) : null,
      )}
    </svg>
  );
}
