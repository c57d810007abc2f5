import type { CommuneMapData } from "./commune-map.server";
import { pdfInk as ink, openPdfDocument } from "./pdf-document.server";
import { pdfMargin as margin, PdfPages } from "./pdf-pages.server";
import { fitPng } from "./png";
import type { PdfImage } from "./tagged-pdf.server";

const [muted, primary, mark, paper] = ["#525e6c", "#0a5c58", "#f5c02b", "#ffffff"];
/** From nobody known to all reached. */
const shades = ["#f4f1ea", "#ffffff", "#d5e6e8", "#9cc6cc", "#4f97a3", primary];
/** The form of a screen, points. */
const size: [number, number] = [960, 540];
/** Where a slide's content begins, and what must stay free under it. */
const [top, foot] = [124, 56];

interface Opened {
  title: string;
  language: string;
  author: string;
  /** The heading of a slide that goes on, and a slide's number in words. */
  goesOn: (title: string) => string;
  pageOf: (number: number, count: number) => string;
}

/** Slides as a tagged PDF: one thing on each, in type that is read from the back of a room. */
export class SlidesPdf extends PdfPages {
  private readonly asked: Opened;
  private heading = "";
  protected override readonly cells = { size: 15, narrow: 150, tight: 120 };

  private constructor(opened: Awaited<ReturnType<typeof openPdfDocument>>, asked: Opened) {
    super(opened);
    this.asked = asked;
  }

  static async open(asked: Opened): Promise<SlidesPdf> {
    const { title, language, author } = asked;
    return new SlidesPdf(await openPdfDocument({ title, language, author, margin, isBuffered: true, size }), asked);
  }

  /** The first slide: the title on the product's green, the lines under it, the logo above. */
  cover(logo: PdfImage | undefined, lines: readonly string[]): this {
    this.paint(() => {
      this.doc.rect(0, 0, ...size).fill(primary);
      this.doc.rect(margin, 286, 96, 8).fill(mark);
    });
    if (logo) {
      const { width, height } = fitPng(logo.png, { width: 200, height: 68 });
      this.paint(() => this.doc.roundedRect(margin, 44, width + 16, height + 16, 4).fill(paper));
      this.figure(logo.alt, () => this.doc.image(logo.png, margin + 8, 52, { width, height }));
    }
    this.below(150);
    this.text("H1", this.asked.title, { face: "bold", size: 44, color: paper });
    this.below(316);
    for (const line of lines) this.text("P", line, { face: "regular", size: 17, color: paper });
    return this;
  }

  /** A new slide under its heading. */
  slide(title: string): this {
    this.heading = title;
    this.doc.addPage();
    if (title) this.doc.outline.addItem(title);
    return this.head(title);
  }

  protected override next(): void {
    this.doc.addPage();
    this.head(this.heading ? this.asked.goesOn(this.heading) : "");
  }

  private head(title: string): this {
    this.paint(() => this.doc.rect(margin, 48, 56, 6).fill(mark));
    this.below(64);
    if (title) {
      this.doc.font("bold").fontSize(28);
      const isLong = this.doc.heightOfString(title, { width: this.width }) > 40;
      this.text("H2", title, { face: "bold", size: isLong ? 20 : 28 });
    }
    this.below(Math.max(top, this.doc.y + 8));
    return this;
  }

  /** Paragraphs in large type; what does not fit goes on, cut between sentences. */
  paragraph(text: string, { isAlone = false } = {}): this {
    const points = isAlone && text.length < 320 ? 28 : 20;
    for (const part of text.split(/\n+/).filter(Boolean)) {
      for (const piece of this.pieces(part, points)) {
        if (this.doc.y + this.heightIn(piece, points) > this.bottom) this.next();
        this.text("P", piece, { face: "regular", size: points });
      }
    }
    return this;
  }

  private get bottom(): number {
    return this.doc.page.height - foot;
  }

  private heightIn(text: string, points: number): number {
    return this.doc.font("regular").fontSize(points).heightOfString(text, { width: this.width });
  }

  private pieces(text: string, points: number): string[] {
    const pieces: string[] = [];
    let piece = "";
    for (const sentence of text.split(/(?<=[.!?…])\s+/)) {
      const longer = piece ? `${piece} ${sentence}` : sentence;
      const fits = this.heightIn(longer, points) <= this.bottom - top;
      if (piece && !fits) pieces.push(piece);
      piece = fits ? longer : sentence;
    }
    return [...pieces, piece];
  }

  /** Figures in very large type, three on a line. */
  figures(figures: readonly { label: string; value: string; note: string }[]): this {
    const cell = this.width / 3;
    for (let first = 0; first < figures.length; first += 3) {
      if (this.doc.y + 118 > this.bottom) this.next();
      const line = this.doc.y;
      for (const [place, { label, value, note }] of figures.slice(first, first + 3).entries()) {
        const at = { x: margin + place * cell, width: cell - 24 };
        this.add("P", () => {
          this.doc.font("bold").fontSize(40).fillColor(primary).text(value, at.x, line, { width: at.width, lineBreak: false });
          this.doc.font("regular").fontSize(16).fillColor(ink);
          this.doc.text(label, at.x, line + 50, { width: at.width });
          if (note)
            this.doc
              .fontSize(13)
              .fillColor(muted)
              .text(note, at.x, this.doc.y + 2, { width: at.width });
        });
      }
      this.below(line + 122);
    }
    return this;
  }

  /** Horizontal bars, told in words as one picture; at most twelve on a slide, as many on each. */
  bars(bars: readonly { label: string; value: number; valueText: string }[], alt: string): this {
    const most = Math.max(1, ...bars.map((bar) => bar.value));
    const fitting = Math.ceil(bars.length / Math.ceil(bars.length / 12));
    for (let first = 0; first < bars.length; first += fitting) {
      const part = bars.slice(first, first + fitting);
      if (this.doc.y + part.length * 28 > this.bottom) this.next();
      const line = this.doc.y;
      this.figure(alt, () => {
        for (const [place, bar] of part.entries()) this.bar(bar, line + place * 28, most);
      });
      this.below(line + part.length * 28 + 8);
    }
    return this;
  }

  private bar({ label, value, valueText }: { label: string; value: number; valueText: string }, y: number, most: number): void {
    const [named, end] = [270, 80];
    const room = this.width - named - end;
    this.doc.font("regular").fontSize(15).fillColor(ink);
    this.doc.text(label, margin, y, { width: named - 12, height: 20, ellipsis: true, lineBreak: false });
    this.doc.rect(margin + named, y + 1, room, 16).fill("#ece7dc");
    if (value > 0) this.doc.rect(margin + named, y + 1, (value / most) * room, 16).fill(primary);
    this.doc.font("bold").fillColor(ink);
    this.doc.text(valueText, margin + named + room, y, { width: end, align: "right", lineBreak: false });
  }

  /** A map as high as its slide, its shades explained beside it. */
  map(map: CommuneMapData, legend: readonly { level: number; text: string }[], alt: string): this {
    const room = this.bottom - this.doc.y;
    if (room < 240) this.next();
    const [line, height] = [this.doc.y, this.bottom - this.doc.y];
    const scale = Math.min((this.width - 250) / map.width, height / map.height);
    this.figure(alt, () => {
      this.doc.save().translate(margin, line).scale(scale);
      for (const { path, level } of map.shapes)
        this.doc
          .path(path)
          .lineWidth(1)
          .fillAndStroke(shades[level] ?? paper, ink);
      for (const { x, y, text } of map.shapes.flatMap((shape) => shape.labels)) this.mapLabel(text, x, y);
      this.doc.restore();
    });
    const x = margin + map.width * scale + 32;
    for (const [place, { level, text }] of legend.entries()) {
      const y = line + place * 30;
      this.paint(() =>
        this.doc
          .rect(x, y, 20, 16)
          .lineWidth(1)
          .fillAndStroke(shades[level] ?? paper, ink),
      );
      this.add("P", () =>
        this.doc
          .font("regular")
          .fontSize(14)
          .fillColor(ink)
          .text(text, x + 30, y, { width: 200 }),
      );
    }
    this.below(line + map.height * scale + 8);
    return this;
  }

  private mapLabel(text: string, x: number, y: number): void {
    const half = this.doc.font("bold").fontSize(15).widthOfString(text) / 2;
    const at = [x - half, y - 14] as const;
    // A white rim keeps the words apart from the shade under them.
    this.doc
      .lineWidth(4)
      .strokeColor(paper)
      .text(text, ...at, { lineBreak: false, stroke: true, fill: false });
    this.doc
      .lineWidth(1)
      .fillColor(ink)
      .text(text, ...at, { lineBreak: false });
  }

  /** Words of somebody, in their quotation marks. */
  quote(text: string, who: string): this {
    this.text("BlockQuote", text, { face: "regular", size: text.length > 320 ? 19 : 26, indent: 32 });
    return who ? this.text("P", `– ${who}`, { face: "regular", size: 16, color: muted, indent: 32 }) : this;
  }

  /** Writes the numbers of the slides; answers the bytes. */
  end(): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange();
    for (let number = 1; number < count; number += 1) {
      this.doc.switchToPage(number);
      this.doc.markContent("Artifact", { type: "Pagination" });
      this.doc.page.margins.bottom = 0;
      this.doc.font("regular").fontSize(11).fillColor(muted);
      const text = `${this.asked.title} · ${this.asked.pageOf(number + 1, count)}`;
      this.doc.text(text, margin, this.doc.page.height - 34, { width: this.width, align: "right", lineBreak: false });
      this.doc.endMarkedContent();
    }
    this.root.end();
    this.doc.end();
    return this.bytes;
  }

  /** What only adorns stands outside the structure. */
  private paint(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
    this.doc.fillColor(ink);
  }
}
