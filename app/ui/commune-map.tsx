export interface CommuneMapProps {
  title: string;
  /** In words, what the shades say. */
  legend: readonly { level: number; text: string }[];
  map: {
    width: number;
    height: number;
    shapes: readonly {
      key: string;
      path: string;
      level: number;
      title: string;
      labels: readonly { x: number; y: number; text: string }[];
      to: string | null;
    }[];
  };
}

function Shape({ path, level, title }: { path: string; level: number; title: string }) {
  return (
    <path d={path} className={`map-shape map-level-${level}`}>
      <title>{title}</title>
    </path>
  );
}

/** A territory drawn on the server: each commune is a link with its figures in words; a table stands beside it. */
export function CommuneMap({ title, legend, map }: CommuneMapProps) {
  return (
    <figure className="max-w-3xl">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-label={title} className="h-auto w-full">
        {map.shapes.map(({ key, to, ...shape }) =>
          to ? (
            <a key={key} href={to} aria-label={shape.title}>
              <Shape {...shape} />
            </a>
          ) : (
            <Shape key={key} {...shape} />
          ),
        )}
        {map.shapes.flatMap(({ key, labels }) =>
          labels.map((label) => (
            <text key={key + label.text} x={label.x} y={label.y} className="map-label">
              {label.text}
            </text>
          )),
        )}
      </svg>
      <figcaption>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-s text-muted">
          {legend.map(({ level, text }) => (
            <li key={level} className="flex items-center gap-2">
              <svg width="16" height="16" aria-hidden="true">
                <rect x="1" y="1" width="14" height="14" className={`map-shape map-level-${level}`} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
