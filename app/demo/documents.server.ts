import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type StoredFile, storeFile } from "~/features/files/storage.server";
import { incomingFolder } from "~/http/upload.server";
import { newId } from "~/lib/ids";

const documentSchema = z.looseObject({ format: z.enum(["pdf", "docx"]), title: z.string(), lines: z.array(z.string()) });

/** A document of the demonstration, its bytes already in their place. */
export interface DemoDocument {
  file: StoredFile;
  /** What its form would post. */
  fields: Record<string, unknown>;
}

/** The bytes that the demonstration carries: documents, a picture for its videos, an office's logo. Made before the transaction that fills the file. */
export async function makeDemoFiles(): Promise<{ documents: DemoDocument[]; videoPicture: StoredFile; logo: StoredFile }> {
  const given = z.array(documentSchema).parse(JSON.parse(readFileSync(resolve("content/demo/documents.json"), "utf8")));
  const documents: DemoDocument[] = [];
  for (const { format, lines, ...fields } of given) {
    const bytes = format === "pdf" ? await pdfOf(fields.title, lines) : await docxOf(fields.title, lines);
    const name = `${fields.title.split(" : ")[0]}.${format}`;
    documents.push({ file: await keep(name, bytes), fields: { ...fields, kind: "file" } });
  }
  const videoPicture = await keep("video.png", await pictureOfVideo());
  return { documents, videoPicture, logo: await keep("logo.png", await pictureOfLogo()) };
}

async function keep(name: string, bytes: Buffer): Promise<StoredFile> {
  mkdirSync(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), newId());
  writeFileSync(path, bytes);
  return storeFile({ field: "files", name, path, bytes: bytes.length, isTooLarge: false });
}

async function docxOf(title: string, lines: readonly string[]): Promise<Buffer> {
  const { Document, HeadingLevel, Packer, Paragraph } = await import("docx");
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...lines.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
  ];
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function pdfOf(title: string, lines: readonly string[]): Promise<Buffer> {
  const { default: PDFDocument } = await import("pdfkit");
  const pdf = new PDFDocument({ size: "A4", margin: 56, lang: "fr-FR", info: { Title: title } });
  const parts: Buffer[] = [];
  const made = new Promise<void>((done) => pdf.on("end", done));
  pdf.on("data", (part: Buffer) => parts.push(part));
  pdf.fontSize(20).text(title).moveDown();
  for (const line of lines) pdf.fontSize(13).text(`[  ] ${line}`).moveDown(0.5);
  pdf.end();
  await made;
  return Buffer.concat(parts);
}

/** A hill, a sun and the triangle that everybody knows: drawn here, taken from nobody. */
async function pictureOfVideo(): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="#bfe3df"/>
<circle cx="760" cy="130" r="70" fill="#ffd166"/><path d="M0 420 Q240 220 520 400 T960 340 V540 H0Z" fill="#0a5c58"/>
<path d="M0 480 Q300 360 620 470 T960 440 V540 H0Z" fill="#08403d"/><circle cx="480" cy="270" r="78" fill="#fff"/>
<path d="M455 225 L530 270 L455 315Z" fill="#0a5c58"/></svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}

/** A lighthouse over two dunes, its light to both sides. */
async function pictureOfLogo(): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 120 120"><circle cx="60" cy="60" r="58" fill="#0a5c58"/>
<path d="M60 38 L8 22 V44Z M60 38 L112 22 V44Z" fill="#f5c02b"/><path d="M51 46 H69 L73 96 H47Z" fill="#fff"/>
<path d="M49.5 62 H70.5 L71.4 73 H48.6Z" fill="#c2492f"/><rect x="52" y="30" width="16" height="16" rx="2" fill="#fff"/><path d="M50 30 L60 20 L70 30Z" fill="#c2492f"/>
<path d="M12 93 Q36 72 62 90 T108 93 A58 58 0 0 1 12 93Z" fill="#f0d9a8"/><path d="M24 104 Q60 84 96 104 A58 58 0 0 1 24 104Z" fill="#e3c483"/></svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
