import type { CommuneMapData } from "~/lib/commune-map.server";

/** A picture for a document, pixels, with its words. */
export interface Drawn {
  png: Buffer;
  alt: string;
  width: number;
  height: number;
}

const marked = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const shades = ["#f4f1ea", "#ffffff", "#d5e6e8", "#9cc6cc", "#4f97a3", "#0a5c58"];
const width = 600;

/** Horizontal bars with their words and values. */
export function drawBars(bars: readonly { label: string; value: number; valueText: string }[], alt: string): Promise<Drawn> {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const drawn = bars.map(({ label, value, valueText }, place) => {
    const y = place * 24;
    return `<text x="0" y="${y + 16}">${marked(label.slice(0, 34))}</text><rect x="220" y="${y + 5}" width="320" height="13" fill="#ece7dc"/><rect x="220" y="${y + 5}" width="${(value / most) * 320}" height="13" fill="#0a5c58"/><text x="598" y="${y + 16}" text-anchor="end">${marked(valueText)}</text>`;
  });
  return toPng(drawn.join(""), { alt, width, height: bars.length * 24, box: `0 0 ${width} ${bars.length * 24}` });
}

/** The map of communes. */
export function drawMapPng(map: CommuneMapData, alt: string): Promise<Drawn> {
  const shapes = map.shapes.map((shape) => `<path d="${shape.path}" fill="${shades[shape.level] ?? "#fff"}" stroke="#1a2330"/>`);
  const labels = map.shapes
    .flatMap((shape) => shape.labels)
    .map(
      ({ x, y, text }) =>
        `<text x="${x}" y="${y}" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke">${marked(text)}</text>`,
    );
  const height = Math.round((width * map.height) / map.width);
  return toPng([...shapes, ...labels].join(""), { alt, width, height, box: `0 0 ${map.width} ${map.height}` });
}

async function toPng(
  body: string,
  { alt, box, ...size }: { alt: string; box: string; width: number; height: number },
): Promise<Drawn> {
  const { default: sharp } = await import("sharp");
  const at = `width="${size.width * 2}" height="${size.height * 2}" viewBox="${box}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${at} font-family="sans-serif" font-size="14">${body}</svg>`;
  return { png: await sharp(Buffer.from(svg)).flatten({ background: "#ffffff" }).png().toBuffer(), alt, ...size };
}
