import { pdfInk as ink, openPdfDocument } from "./pdf-document.server";

/** A tagged document on A4: headings, paragraphs and lists that a screen reader finds again. */
export interface Pdf {
  heading(level: 1 | 2, text: string): void;
  paragraph(text: string, style?: { isStrong?: boolean; isMuted?: boolean; indent?: number }): void;
  /** One item of a list: a box to tick, its title and lines under it. */
  item(title: string, lines: readonly string[], box: "empty" | "ticked"): void;
  end(): Promise<Buffer>;
  /** How many pages are begun. */
  pages(): number;
}

const margin = 50;
const muted = "#525e6c";

/** Opens a document in large type; `size` is the body's, points. */
export async function openPdf(given: { title: string; language: string; author: string; size: number }): Promise<Pdf> {
  const { size, ...asked } = given;
  const { doc, root, bytes } = await openPdfDocument({ ...asked, margin });
  const tag = (name: string, draw: () => void) => root.add(doc.struct(name, {}, draw));
  const width = doc.page.width - 2 * margin;
  let pages = 1;
  doc.on("pageAdded", () => {
    pages += 1;
  });
  return {
    pages: () => pages,
    heading: (level, text) =>
      tag(level === 1 ? "H1" : "H2", () => {
        doc.font("bold").fontSize(level === 1 ? size * 1.7 : size * 1.25);
        doc.fillColor(ink).text(text, { width });
        doc.moveDown(0.4);
      }),
    paragraph: (text, style = {}) =>
      tag("P", () => {
        doc.font(style.isStrong ? "bold" : "regular").fontSize(size);
        doc
          .fillColor(style.isMuted ? muted : ink)
          .text(text, margin + (style.indent ?? 0), doc.y, { width: width - (style.indent ?? 0) });
        doc.moveDown(0.4);
        doc.x = margin;
      }),
    item: (text, lines, box) => drawItem({ doc, tag, width, size }, { text, lines, box }),
    end: () => {
      root.end();
      doc.end();
      return bytes;
    },
  };
}

interface Page {
  doc: PDFKit.PDFDocument;
  tag: (name: string, draw: () => void) => void;
  width: number;
  size: number;
}

/** The box is a drawing beside words that say the same: left out of the structure. */
function drawItem(
  { doc, tag, width, size }: Page,
  item: { text: string; lines: readonly string[]; box: "empty" | "ticked" },
): void {
  const indent = size * 1.7;
  const height = doc
    .font("bold")
    .fontSize(size)
    .heightOfString(item.text, { width: width - indent });
  if (doc.y + height + size * 2 > doc.page.height - margin) doc.addPage();
  doc.markContent("Artifact", { type: "Layout" });
  doc.lineWidth(1.5).strokeColor(ink);
  doc.rect(margin, doc.y + 1, size * 0.9, size * 0.9).stroke();
  if (item.box === "ticked") {
    doc.moveTo(margin + 3, doc.y + size * 0.55);
    doc
      .lineTo(margin + size * 0.38, doc.y + size * 0.8)
      .lineTo(margin + size * 0.85, doc.y + 3)
      .stroke();
  }
  doc.endMarkedContent();
  tag("P", () => {
    doc.font("bold").fontSize(size).fillColor(ink);
    doc.text(item.text, margin + indent, doc.y, { width: width - indent });
    doc
      .font("regular")
      .fontSize(size * 0.9)
      .fillColor(muted);
    for (const line of item.lines) doc.text(line, margin + indent, doc.y, { width: width - indent });
    doc.x = margin;
    doc.moveDown(0.5);
  });
}
