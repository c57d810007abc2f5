import { resolve } from "node:path";
import { typeset } from "./typography";

export interface PdfAsked {
  title: string;
  /** The language of its words, for a screen reader. */
  language: string;
  author: string;
  /** Points. */
  margin: number;
  /** Keeps the pages open until the end, for what is known only then: their numbers, a table of contents. */
  isBuffered?: boolean;
  /** Width and height in points; A4 upright unless told. */
  size?: [number, number];
}

export const pdfInk = "#1a2330";

/** Opens a tagged document, on A4 unless told, in the product's type, with the root of its structure; `bytes` resolves once it has ended. */
export async function openPdfDocument({ title, language, author, margin, isBuffered = false, size }: PdfAsked) {
  // Its library takes time to load: at the first document, not at the start.
  const { default: PDFDocument } = await import("pdfkit");
  const info = { Title: title, Author: author, Creator: "Balise" };
  const page = { size: size ?? "A4", margin, lang: language, tagged: true, displayTitle: true, pdfVersion: "1.7" as const };
  const buffer = { bufferPages: isBuffered };
  const doc = new PDFDocument({ ...page, ...buffer, info });
  doc.registerFont("regular", fontFile(400)).registerFont("bold", fontFile(700)).fillColor(pdfInk);
  typesetTexts(doc);
  const bytes = collect(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, root, bytes };
}

type TextAsked = [text: string, x?: number | PDFKit.Mixins.TextOptions, y?: number, options?: PDFKit.Mixins.TextOptions];

/** Every text is typeset before it is measured or written. */
function typesetTexts(doc: PDFKit.PDFDocument): void {
  const write = doc.text.bind(doc);
  const measure = doc.heightOfString.bind(doc);
  doc.text = (...[text, x, y, options]: TextAsked) =>
    typeof x === "number" ? write(inFont(text), x, y, options) : write(inFont(text), x);
  doc.heightOfString = (text, options) => measure(inFont(text), options);
}

/** The shipped font draws the no-break space and has no narrow one; a phone number stays on its line. */
const inFont = (text: string): string =>
  typeset(text)
    .replaceAll("\u202f", "\u00a0")
    .replace(/(?<!\d)0\d(?: \d\d){4}(?!\d)/g, (phone) => phone.replaceAll(" ", "\u00a0"));

/** The shipped font, made for low vision (`npm run fonts`); subset as it is used. */
const fontFile = (weight: 400 | 700): string => resolve(`content/fonts/atkinson-hyperlegible-next-${weight}.ttf`);

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, fail) => {
    doc.on("end", () => done(Buffer.concat(chunks)));
    doc.on("error", fail);
  });
}
