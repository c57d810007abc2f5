import { useLabelled } from "~/i18n/use-texts";

interface ColumnChartProps {
  title: string;
  /** Tells its pattern from that of another chart on the page. */
  id?: string;
  /** What the full column stands for, and the hatched one beside it. */
  names: readonly string[];
  columns: readonly {
    label: string;
    /** One word under the columns. */
    short: string;
    value: number;
    valueText: string;
    before: number;
    beforeText: string;
    to?: string | undefined;
  }[];
}

const top = 46;
const base = 216;

/** Columns with the year before beside, told apart by a pattern and by name; plain SVG in percents, so that its words keep their size. */
export function ColumnChart({ title, names, columns, id = "months" }: ColumnChartProps) {
  const labelled = useLabelled();
  const most = Math.max(1, ...columns.flatMap((column) => [column.value, column.before]));
  const step = 100 / Math.max(columns.length, 1);
  const heightOf = (value: number) => (value / most) * (base - top - 18);
  // Beyond two years of months only every other word, or fewer, has its place.
  const every = Math.ceil(columns.length / 14);
  return (
    <svg width="100%" height={base + 28} role="group" aria-label={title}>
      <pattern id={`hatch-${id}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-surface" />
        <rect width="2.5" height="6" className="fill-accent" />
      </pattern>
      <rect x="0" y="4" width="14" height="14" className="fill-primary" />
      <text x="20" y="16" className="fill-ink text-s">
        {names[0]}
      </text>
      <rect x="96" y="4.5" width="13" height="13" fill={`url(#hatch-${id})`} className="stroke-accent" />
      <text x="116" y="16" className="fill-ink text-s">
        {names[1]}
      </text>
      {columns.map((column, place) => {
        const height = heightOf(column.value);
        const beforeHeight = heightOf(column.before);
        const words = `${labelled(column.label, column.valueText)} (${labelled(names[1] ?? "", column.beforeText)})`;
        return (
          <a key={column.label} href={column.to} role={column.to ? undefined : "img"} aria-label={words}>
            <rect x={`${place * step}%`} y={top - 18} width={`${step}%`} height={base - top + 40} className="fill-transparent" />
            <rect
              x={`${place * step + step * 0.14}%`}
              y={base - height}
              width={`${step * 0.4}%`}
              height={height}
              className="fill-primary"
            />
            <rect
              x={`${place * step + step * 0.58}%`}
              y={base - beforeHeight}
              width={`${step * 0.28}%`}
              height={beforeHeight}
              fill={`url(#hatch-${id})`}
              className="stroke-accent"
            />
            {place % every === 0 ? (
              <>
                <text
                  x={`${place * step + step * 0.34}%`}
                  y={base - height - 5}
                  textAnchor="middle"
                  className="fill-ink text-s font-semibold tabular-nums"
                >
                  {column.valueText}
                </text>
                <text x={`${(place + 0.5) * step}%`} y={base + 20} textAnchor="middle" className="fill-ink text-s max-sm:hidden">
                  {column.short}
                </text>
                <text x={`${(place + 0.5) * step}%`} y={base + 20} textAnchor="middle" className="fill-ink text-s sm:hidden">
                  {column.short.slice(0, 1).toUpperCase()}
                </text>
              </>
            ) : null}
          </a>
        );
      })}
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-ink" />
    </svg>
  );
}
