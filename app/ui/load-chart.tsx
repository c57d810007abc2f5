import { useLabelled } from "~/i18n/use-texts";

interface LoadChartProps {
  title: string;
  /** What the column, its part beyond the line, the line and the band under it stand for; an absent one is not drawn. */
  names: { value: string; over: string; whole?: string | undefined; band?: string | undefined };
  columns: readonly {
    label: string;
    short: string;
    value: number;
    /** What the value is held against. */
    whole: number;
    valueText: string;
    isBanded: boolean;
    to?: string | undefined;
  }[];
}

const top = 34;
const base = 190;

/** Columns held against a line, what is beyond it hatched; a dotted band marks some. Plain SVG in percents. */
export function LoadChart({ title, names, columns }: LoadChartProps) {
  const most = Math.max(1, ...columns.flatMap((column) => [column.value, column.whole]));
  const step = 100 / Math.max(columns.length, 1);
  const heightOf = (value: number) => (value / most) * (base - top - 8);
  const every = Math.ceil(columns.length / 18);
  return (
    <svg width="100%" height={base + 42} role="group" aria-label={title}>
      <LoadPatterns />
      {columns.map((column, place) => (
        <LoadColumn
          key={column.label}
          column={column}
          x={place * step}
          step={step}
          heights={[heightOf(column.value), heightOf(column.whole)]}
          isNamed={place % every === 0}
        />
      ))}
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-ink" />
      <Legend names={names} />
    </svg>
  );
}

function LoadPatterns() {
  return (
    <>
      <pattern id="load-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-surface" />
        <rect width="2.5" height="6" className="fill-accent" />
      </pattern>
      <pattern id="load-band" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="fill-mark" />
        <circle cx="2.5" cy="2.5" r="1.2" className="fill-on-mark" />
      </pattern>
    </>
  );
}

interface LoadColumnProps {
  column: LoadChartProps["columns"][number];
  /** Percents. */
  x: number;
  step: number;
  /** Pixels of the value and of what it is held against. */
  heights: readonly [number, number];
  isNamed: boolean;
}

function LoadColumn({ column, x, step, heights: [value, whole], isNamed }: LoadColumnProps) {
  const labelled = useLabelled();
  const solid = whole > 0 ? Math.min(value, whole) : value;
  const bar = { x: `${x + step * 0.14}%`, width: `${step * 0.72}%` };
  return (
    <a href={column.to} tabIndex={-1}>
      <title>{labelled(column.label, column.valueText)}</title>
      <rect x={`${x}%`} y={top} width={`${step}%`} height={base - top + 40} className="fill-transparent" />
      <rect {...bar} y={base - solid} height={solid} className="fill-primary" />
      {value > solid ? (
        <rect {...bar} y={base - value} height={value - solid} fill="url(#load-over)" className="stroke-accent" />
      ) : null}
      {whole > 0 ? (
        <line x1={`${x}%`} x2={`${x + step}%`} y1={base - whole} y2={base - whole} strokeWidth="2" className="stroke-ink" />
      ) : null}
      {column.isBanded ? <rect x={`${x}%`} y={base + 3} width={`${step}%`} height="9" fill="url(#load-band)" /> : null}
      {isNamed ? (
        <text x={`${x + step / 2}%`} y={base + 30} textAnchor="middle" className="fill-ink text-s tabular-nums">
          {column.short}
        </text>
      ) : null}
    </a>
  );
}

/** Four names in quarters of the width: a square as the column, one as its excess, a line, a band. */
function Legend({ names }: Pick<LoadChartProps, "names">) {
  return (
    <g>
      <rect x="0" y="4" width="14" height="14" className="fill-primary" />
      <text x="20" y="16" className="fill-ink text-s">
        {names.value}
      </text>
      {names.whole ? (
        <>
          <svg x="27%" overflow="visible" aria-hidden="true">
            <rect x="0.5" y="4.5" width="13" height="13" fill="url(#load-over)" className="stroke-accent" />
            <text x="20" y="16" className="fill-ink text-s">
              {names.over}
            </text>
          </svg>
          <svg x="52%" overflow="visible" aria-hidden="true">
            <line x1="0" x2="14" y1="11" y2="11" strokeWidth="2" className="stroke-ink" />
            <text x="20" y="16" className="fill-ink text-s">
              {names.whole}
            </text>
          </svg>
        </>
      ) : null}
      {names.band ? (
        <svg x="75%" overflow="visible" aria-hidden="true">
          <rect x="0" y="7" width="14" height="9" fill="url(#load-band)" />
          <text x="20" y="16" className="fill-ink text-s">
            {names.band}
          </text>
        </svg>
      ) : null}
    </g>
  );
}
