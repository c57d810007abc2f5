import { createHash } from "node:crypto";
import { themeName } from "~/features/coaching/lines";
import { isTheme } from "~/features/themes/model";
import { type Locale, translator } from "~/i18n/translate";
import { whereOf } from "./describe.server";
import { getProgramme, getPublicWorkshop } from "./public.queries.server";
import { wrapWords } from "./share-image.model";
import { describeParts } from "./when.server";

interface Card {
  /** Small, above. */
  over: string;
  title: string;
  lines: readonly string[];
  foot: string;
}

export interface ShareImage {
  png: Buffer;
  /** Of what is written on it. */
  etag: string;
}

const [width, height] = [1200, 630];
/** Drawn pictures by what they say; the oldest goes first. */
const drawn = new Map<string, Promise<Buffer>>();
const mostDrawn = 200;

/** What a shared address of the programme shows: the office and what the page is. Throws NotFoundError. */
export function drawProgramme(locale: Locale, slug: string): Promise<ShareImage> {
  const { own } = getProgramme(slug);
  const t = translator(locale);
  return draw({ over: own.name, title: t("programme:heading"), lines: [t("programme:intro")], foot: t("programme:shareFoot") });
}

/** What a shared workshop shows: its title, dates, place and office; nobody's name and no link to join. Throws NotFoundError. */
export function drawWorkshop(locale: Locale, slug: string, workshopId: string): Promise<ShareImage> {
  const { programme, workshop } = getPublicWorkshop(slug, workshopId);
  const t = translator(locale);
  const theme = workshop.themes.find(isTheme);
  const dates = describeParts(locale, workshop.parts, workshop.zone);
  const more = dates.length > 2 ? [`${dates[0]} …`] : dates;
  const office = programme.offices.find((one) => one.id === workshop.ownerId)?.name ?? programme.own.name;
  return draw({
    over: [t(`workshops:formats.${workshop.format}`), theme ? themeName(locale, theme) : ""].filter(Boolean).join(" · "),
    title: workshop.title,
    lines: workshop.state === "cancelled" ? [t("programme:cancelled")] : [...more, whereOf(locale, workshop)],
    foot: office,
  });
}

async function draw(card: Card): Promise<ShareImage> {
  const etag = createHash("sha256").update(JSON.stringify(card)).digest("base64url").slice(0, 27);
  const kept = drawn.get(etag) ?? toPng(card);
  drawn.delete(etag);
  drawn.set(etag, kept);
  for (const oldest of [...drawn.keys()].slice(0, Math.max(drawn.size - mostDrawn, 0))) drawn.delete(oldest);
  return { png: await kept, etag: `"${etag}"` };
}

async function toPng({ over, title, lines, foot }: Card): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const big = wrapWords(title, 27, 3);
  const small = lines.flatMap((line) => wrapWords(line, 58, 2)).slice(0, 4);
  const top = 200;
  const text = (words: string, y: number, style: string) => `<text x="80" y="${y}" ${style}>${marked(words)}</text>`;
  const body = [
    text(over.slice(0, 60), 120, 'font-size="32" fill="#0a5c58"'),
    ...big.map((line, place) => text(line, top + place * 76, 'font-size="64" font-weight="700" fill="#1a2330"')),
    ...small.map((line, place) => text(line, top + big.length * 76 + 10 + place * 46, 'font-size="34" fill="#1a2330"')),
    text(foot.slice(0, 56), height - 60, 'font-size="32" font-weight="700" fill="#ffffff"'),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Atkinson Hyperlegible, DejaVu Sans, Liberation Sans, sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/><rect y="${height - 120}" width="100%" height="120" fill="#0a5c58"/>${body.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

const marked = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
