import { pdfInk as ink, openPdfDocument } from "./pdf-document.server";

export interface PdfImage {
  png: Buffer;
  alt: string;
}

type Face = "regular" | "bold";
const sizes = { h1: 22, h2: 15, lead: 14, p: 11, small: 9 } as const;
/** The waymark's two stripes. */
const stripes = ["#f5c02b", "#b93a17"] as const;
const margin = 56;

/** A tagged A4 document with pictures, tables to write in and several pages; a text alone is written by pdf.server.ts. */
export class TaggedPdf {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly bytes: Promise<Buffer>;

  private constructor({ doc, root, bytes }: Awaited<ReturnType<typeof openPdfDocument>>) {
    this.doc = doc;
    this.root = root;
    this.bytes = bytes;
  }

  static async open(given: { title: string; language: string; author: string }): Promise<TaggedPdf> {
    return new TaggedPdf(await openPdfDocument({ ...given, margin }));
  }

  /** A heading of the first or second level. */
  heading(text: string, level: 1 | 2 = 1): this {
    return this.block(level === 1 ? "H1" : "H2", text, { face: "bold", size: level === 1 ? sizes.h1 : sizes.h2 });
  }

  paragraph(text: string, face: Face = "regular"): this {
    return this.block("P", text, { face, size: sizes.p });
  }

  /** The sentence that a page is about. */
  lead(text: string): this {
    return this.block("P", text, { face: "regular", size: sizes.lead });
  }

  small(text: string): this {
    return this.block("P", text, { face: "regular", size: sizes.small });
  }

  /** The product's mark at the top right: an ornament, left out of the structure. */
  waymark(): this {
    const { doc } = this;
    const left = doc.page.width - margin - 44;
    doc.markContent("Artifact");
    for (const [rank, colour] of stripes.entries()) doc.rect(left, margin + rank * 12, 44, 12).fillAndStroke(colour, ink);
    doc.endMarkedContent();
    doc.fillColor(ink).strokeColor(ink);
    return this;
  }

  /** Room for a hand or a stamp, under its words. */
  signatureBox(label: string): this {
    this.block("P", label, { face: "regular", size: sizes.p });
    const { doc } = this;
    doc.markContent("Artifact");
    doc.roundedRect(margin, doc.y, 220, 80, 6).lineWidth(0.75).stroke("#8a8577");
    doc.endMarkedContent();
    doc.y += 92;
    return this;
  }

  space(points: number): this {
    this.doc.y += points;
    return this;
  }

  /** A picture at most 60 points high, with its words for whoever does not see it. */
  image({ png, alt }: PdfImage): this {
    const figure = this.doc.struct("Figure", { alt }, () => {
      this.doc.image(png, margin, this.doc.y, { fit: [180, 60] });
    });
    this.root.add(figure);
    this.doc.y += 68;
    this.doc.x = margin;
    return this;
  }

  /** A small picture with its line of text beside it, kept together on one page. */
  captioned({ png, alt }: PdfImage, caption: string): this {
    if (this.doc.y + 48 > this.doc.page.height - margin) this.doc.addPage();
    const top = this.doc.y;
    const figure = this.doc.struct("Figure", { alt }, () => {
      this.doc.image(png, margin, top, { fit: [120, 40] });
    });
    this.root.add(figure);
    const text = this.doc.struct("P", {}, () => {
      this.doc
        .font("regular")
        .fontSize(sizes.p)
        .text(caption, margin + 136, top + 12);
    });
    this.root.add(text);
    this.doc.x = margin;
    this.doc.y = top + 48;
    return this;
  }

  /** A table with its header; `heights` in points gives room to write by hand. */
  table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    { widths, height }: { widths: number[]; height: number },
  ): this {
    const table = this.doc.struct("Table");
    this.root.add(table);
    this.row(table, head, { widths, height: 24, tag: "TH" });
    for (const row of rows) {
      if (this.isOver(height)) this.nextPage(head, widths);
      this.row(table, row, { widths, height, tag: "TD" });
    }
    table.end();
    this.doc.x = margin;
    return this;
  }

  page(): this {
    this.doc.addPage();
    return this;
  }

  end(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    return this.bytes;
  }

  private block(tag: "H1" | "H2" | "P", text: string, { face, size }: { face: Face; size: number }): this {
    this.root.add(
      this.doc.struct(tag, {}, () => {
        this.doc.font(face).fontSize(size).text(text, { paragraphGap: 6 });
      }),
    );
    return this;
  }

  private isOver(height: number): boolean {
    return this.doc.y + height > this.doc.page.height - margin;
  }

  /** A page on which a table goes on: its head is repeated for the eye; the structure has it once. */
  private nextPage(head: readonly string[], widths: readonly number[]): void {
    const { doc } = this;
    doc.addPage();
    doc.markContent("Artifact");
    doc.font("bold").fontSize(10);
    let left = margin;
    for (const [number, text] of head.entries()) {
      const width = widths[number] ?? 80;
      doc.text(text, left + 4, margin + 6, { width: width - 8, height: 16, ellipsis: true });
      doc.rect(left, margin, width, 24).lineWidth(0.5).stroke("#8a8577");
      left += width;
    }
    doc.endMarkedContent();
    doc.fillColor(ink);
    doc.y = margin + 24;
  }

  private row(
    table: PDFKit.PDFStructureElement,
    cells: readonly string[],
    { widths, height, tag }: { widths: number[]; height: number; tag: "TH" | "TD" },
  ): void {
    if (this.isOver(height)) this.doc.addPage();
    const top = this.doc.y;
    const row = this.doc.struct("TR");
    table.add(row);
    let left = margin;
    for (const [number, text] of cells.entries()) {
      const width = widths[number] ?? 80;
      const x = left;
      row.add(
        this.doc.struct(tag, {}, () => {
          this.doc.font(tag === "TH" ? "bold" : "regular").fontSize(10);
          this.cell(text || " ", { x: x + 4, top, width: width - 8, height });
        }),
      );
      this.doc.markContent("Artifact");
      this.doc.rect(x, top, width, height).lineWidth(0.5).stroke("#8a8577");
      this.doc.endMarkedContent();
      left += width;
    }
    row.end();
    this.doc.fillColor(ink);
    this.doc.y = top + height;
  }

  /** A cell's text, cut with dots; a tall row has room for a name on two lines. */
  private cell(text: string, { x, top, width, height }: { x: number; top: number; width: number; height: number }): void {
    const isLong = height >= 30 && this.doc.widthOfString(text) > width;
    this.doc.text(text, x, top + (isLong ? 3 : 6), { width, height: height - (isLong ? 4 : 8), ellipsis: true });
  }
}
