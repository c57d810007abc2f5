import type { CommuneMapData } from "./commune-map.server";
import { pdfInk as ink, openPdfDocument } from "./pdf-document.server";
import { pdfMargin as margin, PdfPages } from "./pdf-pages.server";
import type { PdfImage } from "./tagged-pdf.server";

const [muted, primary] = ["#525e6c", "#0a5c58"];
/** From nobody known to all reached. */
const shades = ["#f4f1ea", "#ffffff", "#d5e6e8", "#9cc6cc", "#4f97a3", "#0a5c58"];

interface Opened {
  title: string;
  language: string;
  author: string;
  /** The heading of the contents, and a page's number in words. */
  contents: string;
  pageOf: (number: number, count: number) => string;
}

/** A long tagged A4 document: contents with page numbers, figures, charts, maps and tables that break over pages. */
export class ReportPdf extends PdfPages {
  private readonly asked: Opened;
  private toc: PDFKit.PDFStructureElement | undefined;
  private readonly headings: { text: string; page: number }[] = [];
  private contentsAt: { page: number; y: number } | undefined;

  private constructor(opened: Awaited<ReturnType<typeof openPdfDocument>>, asked: Opened) {
    super(opened);
    this.asked = asked;
  }

  static async open(asked: Opened): Promise<ReportPdf> {
    const { title, language, author } = asked;
    return new ReportPdf(await openPdfDocument({ title, language, author, margin, isBuffered: true }), asked);
  }

  /** The title, the lines under it, and room for the contents of `entries` headings. */
  cover(logo: PdfImage | undefined, lines: readonly string[], entries: number): this {
    if (logo) this.picture(logo);
    this.text("H1", this.asked.title, { face: "bold", size: 26 });
    for (const line of lines) this.text("P", line, { face: "regular", size: 11, color: muted });
    this.doc.y += 16;
    this.text("H2", this.asked.contents, { face: "bold", size: 15 });
    this.toc = this.doc.struct("TOC");
    this.root.add(this.toc);
    this.contentsAt = { page: 0, y: this.doc.y };
    this.doc.y += entries * 20 + 20;
    return this;
  }

  /** The title and the lines under it, the logo beside them, for a document of one page. */
  masthead(logo: PdfImage | undefined, lines: readonly string[]): this {
    const top = this.doc.y;
    if (logo) this.figure(logo.alt, () => this.doc.image(logo.png, this.doc.page.width - margin - 130, top, { fit: [130, 48] }));
    this.below(top);
    this.text("H1", this.asked.title, { face: "bold", size: 22, ...(logo ? { width: this.width - 150 } : {}) });
    for (const line of lines) this.text("P", line, { face: "regular", size: 10, color: muted });
    return this;
  }

  /** A heading, on the page where the first `needed` points of what follows it stand. */
  heading(text: string, needed = 70): this {
    this.room(40 + needed);
    this.doc.y += 14;
    this.headings.push({ text, page: this.doc.bufferedPageRange().count });
    this.doc.outline.addItem(text);
    return this.text("H2", text, { face: "bold", size: 16 });
  }

  paragraph(text: string): this {
    for (const part of text.split(/\n+/).filter(Boolean)) this.text("P", part, { face: "regular", size: 11 });
    return this;
  }

  note(text: string): this {
    return this.text("P", text, { face: "regular", size: 9, color: muted });
  }

  /** Words of somebody, in their quotation marks. */
  quote(text: string, who: string): this {
    this.text("BlockQuote", text, { face: "regular", size: 13, indent: 18 });
    return who ? this.text("P", `– ${who}`, { face: "regular", size: 10, color: muted, indent: 18 }) : this;
  }

  /** A quotation only where the page has the room: a document of one page stays one. */
  quoteIfRoom(text: string, who: string): this {
    const needed =
      this.doc
        .font("regular")
        .fontSize(13)
        .heightOfString(text, { width: this.width - 18 }) + 60;
    return this.doc.y + needed > this.doc.page.height - margin - 20 ? this : this.quote(text, who);
  }

  /** Figures in large type, three on a line; each is read as one sentence. */
  figures(figures: readonly { label: string; value: string; note: string }[]): this {
    const cell = this.width / 3;
    for (let first = 0; first < figures.length; first += 3) {
      this.room(78);
      const top = this.doc.y + 6;
      for (const [place, { label, value, note }] of figures.slice(first, first + 3).entries()) {
        const at = { x: margin + place * cell, width: cell - 12 };
        this.add("P", () => {
          this.doc.font("bold").fontSize(22).fillColor(primary).text(value, at.x, top, { width: at.width, lineBreak: false });
          this.doc
            .font("regular")
            .fontSize(10)
            .fillColor(ink)
            .text(label, at.x, top + 28, { width: at.width });
          if (note)
            this.doc
              .fontSize(9)
              .fillColor(muted)
              .text(note, at.x, top + 42, { width: at.width });
        });
      }
      this.below(top + 66);
    }
    return this;
  }

  /** How much of a page a block needs to begin with. */
  neededBy(block: { bars: readonly unknown[]; map: { map: CommuneMapData } | null }): number {
    const page = this.doc.page.height - 2 * margin - 60;
    if (block.map) return Math.min(page, block.map.map.height * this.scaleOf(block.map.map) + 40);
    return block.bars.length > 0 ? Math.min(page, block.bars.length * 19 + 14) : 70;
  }

  private scaleOf(map: CommuneMapData): number {
    return Math.min(this.width / map.width, 380 / map.height);
  }

  /** Horizontal bars, told in words as one picture. */
  bars(bars: readonly { label: string; value: number; valueText: string }[], alt: string): this {
    const most = Math.max(1, ...bars.map((bar) => bar.value));
    const fitting = Math.floor((this.doc.page.height - 2 * margin) / 19) - 2;
    for (let first = 0; first < bars.length; first += fitting) {
      const part = bars.slice(first, first + fitting);
      this.room(part.length * 19 + 8);
      const top = this.doc.y + 4;
      this.figure(alt, () => {
        for (const [place, bar] of part.entries()) this.bar(bar, top + place * 19, most);
      });
      this.below(top + part.length * 19 + 6);
    }
    return this;
  }

  private bar({ label, value, valueText }: { label: string; value: number; valueText: string }, y: number, most: number): void {
    const [named, end] = [170, 50];
    const room = this.width - named - end;
    this.doc.font("regular").fontSize(10).fillColor(ink);
    this.doc.text(label, margin, y, { width: named - 8, height: 14, ellipsis: true, lineBreak: false });
    this.doc.rect(margin + named, y + 1, room, 10).fill("#ece7dc");
    if (value > 0) this.doc.rect(margin + named, y + 1, (value / most) * room, 10).fill(primary);
    this.doc
      .font("bold")
      .fillColor(ink)
      .text(valueText, margin + named + room, y, { width: end, align: "right", lineBreak: false });
  }

  /** A map as large as half a page, its shades explained under it. */
  map(map: CommuneMapData, legend: readonly { level: number; text: string }[], alt: string): this {
    const scale = this.scaleOf(map);
    this.room(map.height * scale + 40);
    const top = this.doc.y;
    this.figure(alt, () => {
      this.doc.save().translate(margin, top).scale(scale);
      for (const shape of map.shapes)
        this.doc
          .path(shape.path)
          .lineWidth(1)
          .fillAndStroke(shades[shape.level] ?? "#ffffff", ink);
      for (const { x, y, text } of map.shapes.flatMap((shape) => shape.labels)) this.mapLabel(text, x, y);
      this.doc.restore();
    });
    this.below(top + map.height * scale + 8);
    return this.note(legend.map(({ text }) => text).join(" · "));
  }

  private mapLabel(text: string, x: number, y: number): void {
    this.doc.font("bold").fontSize(15);
    const half = this.doc.widthOfString(text) / 2;
    // A white rim keeps the words apart from the shade under them.
    this.doc
      .lineWidth(4)
      .strokeColor("#ffffff")
      .text(text, x - half, y - 14, { lineBreak: false, stroke: true, fill: false });
    this.doc
      .lineWidth(1)
      .fillColor(ink)
      .text(text, x - half, y - 14, { lineBreak: false });
  }

  /** Writes the contents and the page numbers, now that they are known; answers the bytes. */
  end(): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange();
    this.writeContents();
    for (let number = 0; number < count; number += 1) {
      this.doc.switchToPage(number);
      this.doc.markContent("Artifact", { type: "Pagination" });
      this.doc.page.margins.bottom = 0;
      this.doc.font("regular").fontSize(9).fillColor(muted);
      const text = `${this.asked.title} · ${this.asked.pageOf(number + 1, count)}`;
      this.doc.text(text, margin, this.doc.page.height - 36, { width: this.width, align: "right", lineBreak: false });
      this.doc.endMarkedContent();
    }
    this.toc?.end();
    this.root.end();
    this.doc.end();
    return this.bytes;
  }

  private writeContents(): void {
    if (!this.contentsAt) return;
    this.doc.switchToPage(this.contentsAt.page);
    for (const [place, { text, page }] of this.headings.entries()) {
      const y = this.contentsAt.y + place * 20;
      if (y > this.doc.page.height - margin - 20) break;
      this.toc?.add(
        this.doc.struct("TOCI", {}, () => {
          this.doc.font("regular").fontSize(11).fillColor(ink);
          this.doc.text(text, margin, y, { width: this.width - 40, height: 16, ellipsis: true });
          this.doc.text(String(page), margin + this.width - 40, y, { width: 40, align: "right" });
        }),
      );
    }
  }

  private picture({ png, alt }: PdfImage): void {
    const top = this.doc.y;
    this.figure(alt, () => this.doc.image(png, margin, top, { fit: [180, 60] }));
    this.below(top + 80);
  }
}
