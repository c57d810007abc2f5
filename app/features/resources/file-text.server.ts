import { readFile } from "node:fs/promises";
import { openPromise, type ZipFile } from "yauzl";
import { docx } from "./reading.model";

/** What is read of a file at most: enough to find it, never enough to hold the machine. */
export const readingLimits = {
  /** Pages of a PDF. */
  pages: 200,
  /** Characters kept. */
  characters: 150_000,
  /** Bytes of a DOCX once unfolded, and its parts. */
  unfoldedBytes: 60_000_000,
  parts: 2000,
} as const;

/**
 * The words of a PDF or a DOCX, at most `readingLimits`; empty for a file without any (a scan). Throws on one that is
 * broken, encrypted or folded too tight. To be called in a process of its own (read-apart.server.ts): its libraries
 * take memory and time.
 */
export async function textOfFile(path: string, mediaType: string): Promise<string> {
  const text = mediaType === docx ? await textOfDocx(path) : await textOfPdf(path);
  return text.replace(/\s+/g, " ").trim().slice(0, readingLimits.characters);
}

async function textOfPdf(path: string): Promise<string> {
  const { getDocument } = await loadPdfjs();
  const data = new Uint8Array(await readFile(path));
  const task = getDocument({ data, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  try {
    const pdf = await task.promise;
    let text = "";
    const last = Math.min(pdf.numPages, readingLimits.pages);
    for (let number = 1; number <= last && text.length < readingLimits.characters; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      text += `${items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("")}\n`;
      page.cleanup();
    }
    return text;
  } finally {
    await task.destroy();
  }
}

/** pdf.js asks for a canvas when it loads; words need none. */
async function loadPdfjs() {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  // Its worker, in this thread: pdf.js finds it here rather than by an address.
  // @ts-expect-error: it comes without types, and nothing of it is called by name.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return await import("pdfjs-dist/legacy/build/pdf.mjs");
}

async function textOfDocx(path: string): Promise<string> {
  await refuseBomb(path);
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.extractRawText({ path });
  return value;
}

/** The parts unfolded and counted once, whatever the archive declares. */
async function refuseBomb(path: string): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    if (zip.entryCount > readingLimits.parts) throw new Error("too many parts");
    await countBytes(zip);
  } finally {
    zip.close();
  }
}

async function countBytes(zip: ZipFile): Promise<void> {
  let unfolded = 0;
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      unfolded += Buffer.byteLength(chunk);
      if (unfolded > readingLimits.unfoldedBytes) throw new Error("too large once unfolded");
    }
  }
}
