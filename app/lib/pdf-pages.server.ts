import { pdfInk as ink, type openPdfDocument } from "./pdf-document.server";
import { hasWords } from "./report-content";

export const pdfMargin = 56;
const margin = pdfMargin;
const rule = "#c9c2b2";

interface Column {
  width: number;
  align: "left" | "right";
}

/** The pages of a long tagged document: texts, pictures and tables that break over them. */
export class PdfPages {
  protected readonly doc: PDFKit.PDFDocument;
  protected readonly root: PDFKit.PDFStructureElement;
  protected readonly bytes: Promise<Buffer>;

  protected constructor({ doc, root, bytes }: Awaited<ReturnType<typeof openPdfDocument>>) {
    this.doc = doc;
    this.root = root;
    this.bytes = bytes;
  }

  /** The type of tables, and the width of a column of figures. */
  protected readonly cells: { size: number; narrow: number; tight: number } = { size: 10, narrow: 92, tight: 68 };

  /** A new page for what does not fit. */
  protected next(): void {
    this.doc.addPage();
  }

  protected get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  /** A table whose columns of words take the room; its header comes again on each page. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): this {
    const wordy = head.map((_, place) => place === 0 || hasWords(rows, place));
    const most = wordy.filter(Boolean).length > 1 ? this.cells.tight : this.cells.narrow;
    const narrow = Math.min(most, (this.width - 150) / Math.max(1, head.length - 1));
    const wide = this.width - narrow * wordy.filter((isWordy) => !isWordy).length;
    const columns = wordy.map((isWordy) => ({
      width: isWordy ? wide / wordy.filter(Boolean).length : narrow,
      align: isWordy ? ("left" as const) : ("right" as const),
    }));
    this.room(60);
    const table = this.doc.struct("Table");
    this.root.add(table);
    this.row(table, head, { columns, tag: "TH" });
    for (const cells of rows) {
      if (this.doc.y + this.heightOf(cells, columns) > this.doc.page.height - margin - 20) {
        this.next();
        this.row(table, head, { columns, tag: "TH" });
      }
      this.row(table, cells, { columns, tag: "TD" });
    }
    table.end();
    this.below(this.doc.y + 8);
    return this;
  }

  private row(
    table: PDFKit.PDFStructureElement,
    cells: readonly string[],
    { columns, tag }: { columns: readonly Column[]; tag: "TH" | "TD" },
  ): void {
    const height = this.heightOf(cells, columns);
    const top = this.doc.y;
    const row = this.doc.struct("TR");
    table.add(row);
    let x = margin;
    for (const [place, text] of cells.entries()) {
      const { width = 80, align = "left" } = columns[place] ?? {};
      const at = x;
      row.add(
        this.doc.struct(tag, {}, () => {
          this.doc
            .font(tag === "TH" ? "bold" : "regular")
            .fontSize(this.cells.size)
            .fillColor(ink);
          this.doc.text(text || " ", at + 2, top + 5, { width: width - 6, align });
        }),
      );
      x += width;
    }
    row.end();
    this.line(top + height, tag === "TH" ? ink : rule);
    this.below(top + height);
  }

  private heightOf(cells: readonly string[], columns: readonly Column[]): number {
    this.doc.font("bold").fontSize(this.cells.size);
    const heights = cells.map((text, place) =>
      this.doc.heightOfString(text || " ", { width: (columns[place]?.width ?? 80) - 6 }),
    );
    return Math.max(...heights) + this.cells.size;
  }

  protected figure(alt: string, draw: () => void): void {
    this.root.add(this.doc.struct("Figure", { alt }, draw));
  }

  protected add(tag: string, draw: () => void): void {
    this.root.add(this.doc.struct(tag, {}, draw));
  }

  protected text(
    tag: string,
    text: string,
    style: { face: string; size: number; color?: string; indent?: number; width?: number },
  ): this {
    const indent = style.indent ?? 0;
    this.add(tag, () => {
      this.doc
        .font(style.face)
        .fontSize(style.size)
        .fillColor(style.color ?? ink);
      this.doc.text(text, margin + indent, this.doc.y, { width: style.width ?? this.width - indent, paragraphGap: 6 });
    });
    this.doc.x = margin;
    return this;
  }

  private line(y: number, color: string): void {
    this.doc.markContent("Artifact");
    this.doc
      .moveTo(margin, y)
      .lineTo(margin + this.width, y)
      .lineWidth(0.7)
      .stroke(color);
    this.doc.endMarkedContent();
  }

  protected room(height: number): void {
    if (this.doc.y + height > this.doc.page.height - margin - 20) this.next();
  }

  protected below(y: number): void {
    this.doc.x = margin;
    this.doc.y = y;
    this.doc.fillColor(ink);
  }
}
