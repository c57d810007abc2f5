interface StackedBarProps {
  title: string;
  parts: readonly { label: string; value: number; valueText: string }[];
  /** What the parts are held against; the bar is as long as the greater of the two. */
  whole: { value: number; text: string };
  /** The words at the end of the parts' bar. */
  sum: { value: number; text: string };
}

/** One bar cut into its parts over the bar of the whole, told apart by pattern and named below in their order. */
export function StackedBar({ title, parts, whole, sum }: StackedBarProps) {
  const most = Math.max(1, whole.value, sum.value);
  const percent = (value: number) => `${(value / most) * 100}%`;
  const shown = parts.filter((part) => part.value > 0);
  return (
    <>
      <svg width="100%" height={whole.value > 0 ? 84 : 44} role="img" aria-label={title}>
        <pattern id="part-1" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className="fill-surface" />
          <rect width="4" height="8" className="fill-accent" />
        </pattern>
        <pattern id="part-2" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" className="fill-surface" />
          <circle cx="3.5" cy="3.5" r="2" className="fill-info" />
        </pattern>
        <pattern id="part-3" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="fill-mark" />
          <rect width="6" height="1.5" className="fill-on-mark" />
        </pattern>
        <text x="0" y="12" className="fill-ink text-s">
          {sum.text}
        </text>
        {shown.map((part, place) => (
          <rect
            key={part.label}
            x={percent(shown.slice(0, place).reduce((total, one) => total + one.value, 0))}
            y="18"
            width={percent(part.value)}
            height="18"
            {...fillOf(parts.indexOf(part))}
          />
        ))}
        {whole.value > 0 ? (
          <>
            <text x="0" y="54" className="fill-ink text-s">
              {whole.text}
            </text>
            <rect x="0.5" y="60.5" width={percent(whole.value)} height="17" className="fill-none stroke-ink" />
          </>
        ) : null}
      </svg>
      <ul className="mt-2 grid gap-x-10 gap-y-1 text-s sm:grid-cols-2">
        {parts.map((part, place) => (
          <li key={part.label} className="flex items-center gap-2">
            <svg width="16" height="16" aria-hidden="true" className="shrink-0">
              <rect x="0.5" y="0.5" width="15" height="15" {...fillOf(place)} />
            </svg>
            <span>{part.label}</span>
            <span className="ml-auto font-semibold tabular-nums">{part.valueText}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function fillOf(place: number) {
  return place === 0 ? { className: "fill-primary stroke-ink" } : { fill: `url(#part-${place})`, className: "stroke-ink" };
}
