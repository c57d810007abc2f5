import { scaleLinear } from "d3-scale";

interface BarChartProps {
  /** Says what the chart shows; read by screen readers. */
  title: string;
  bars: readonly { label: string; value: number; valueText: string; to?: string | undefined }[];
}

const rowHeight = 30;
const labelWidth = 220;
const width = 640;

/** Horizontal bars with their labels and values beside them; server-drawn SVG, each bar a link to its rows. */
export function BarChart({ title, bars }: BarChartProps) {
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...bars.map((bar) => bar.value))])
    .range([0, width - labelWidth - 70]);
  return (
    <svg viewBox={`0 0 ${width} ${bars.length * rowHeight}`} role="group" aria-label={title} className="w-full max-w-3xl">
      {bars.map((bar, place) => (
        <a key={bar.label} href={bar.to} aria-label={`${bar.label} : ${bar.valueText}`}>
          <text x={labelWidth - 10} y={place * rowHeight + 20} textAnchor="end" className="fill-ink text-s">
            {bar.label}
          </text>
          <rect
            x={labelWidth}
            y={place * rowHeight + 5}
            width={Math.max(scale(bar.value), 1)}
            height={rowHeight - 10}
            rx="2"
            className="fill-primary"
          />
          <text x={labelWidth + scale(bar.value) + 8} y={place * rowHeight + 20} className="fill-ink text-s">
            {bar.valueText}
          </text>
        </a>
      ))}
    </svg>
  );
}
