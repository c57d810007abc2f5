import { useLabelled } from "~/i18n/use-texts";

interface BarChartProps {
  /** Says what the chart shows; read by screen readers. */
  title: string;
  bars: readonly { label: string; value: number; valueText: string; to?: string | undefined }[];
}

const rowHeight = 42;

/** Horizontal bars, their words above and their values at the right; drawn in plain SVG, each bar a link to its rows. */
export function BarChart({ title, bars }: BarChartProps) {
  const labelled = useLabelled();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <svg width="100%" height={bars.length * rowHeight} role="group" aria-label={title}>
      {bars.map((bar, place) => (
        <a key={bar.label} href={bar.to} role={bar.to ? undefined : "img"} aria-label={labelled(bar.label, bar.valueText)}>
          <rect x="0" y={place * rowHeight} width="100%" height={rowHeight - 2} className="fill-transparent" />
          <text x="0" y={place * rowHeight + 18} className="fill-ink text-s">
            {bar.label}
          </text>
          <text x="100%" y={place * rowHeight + 18} textAnchor="end" className="fill-ink text-s font-semibold tabular-nums">
            {bar.valueText}
          </text>
          <rect x="0" y={place * rowHeight + 25} width="100%" height="9" rx="2" className="fill-rule" />
          <rect
            x="0"
            y={place * rowHeight + 25}
            width={`${(bar.value / most) * 100}%`}
            height="9"
            rx="2"
            className="fill-primary"
          />
        </a>
      ))}
    </svg>
  );
}
