import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { writtenIn } from "~/i18n/translate";
import { fitPng } from "~/lib/png";
import type { PdfImage } from "~/lib/tagged-pdf.server";
import type { ShownBlock, ShownTable } from "./describe.server";
import { type AddressedReport, factsOf } from "./facts.server";
import { type Drawn, drawBars, drawMapPng } from "./pictures.server";
import { wordsFor } from "./words.server";

/** A report for a word processor: real headings, tables with a header that repeats, pictures with their words. */
export async function writeDocx(
  report: AddressedReport,
  blocks: readonly ShownBlock[],
  logo: PdfImage | undefined,
): Promise<Buffer> {
  const { t } = wordsFor(report.locale);
  const [title, office] = writtenIn(report.locale, [report.title, report.office] as const);
  const body = await Promise.all(blocks.map(childrenOf));
  const children: FileChild[] = [
    ...(logo ? [picture({ ...logo, ...fitPng(logo.png, { width: 180, height: 60 }) })] : []),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...[office, ...factsOf(report)].map((text) => new Paragraph({ text })),
    new TableOfContents(t("reports:contents"), { hyperlink: true, headingStyleRange: "1-1" }),
    ...body.flat(),
  ];
  const footer = new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] });
  const document = new Document({
    title: report.title,
    creator: report.office,
    styles: { default: { document: { run: { font: "Arial", size: 22, language: { value: `${report.locale}-FR` } } } } },
    sections: [{ footers: { default: new Footer({ children: [footer] }) }, children }],
  });
  return Packer.toBuffer(document);
}

async function childrenOf(block: ShownBlock): Promise<FileChild[]> {
  const bars = block.bars.length > 0 ? await drawBars(block.bars, block.alt) : undefined;
  const map = block.map ? await drawMapPng(block.map.map, block.alt) : undefined;
  return [
    ...(block.title ? [new Paragraph({ text: block.title, heading: HeadingLevel.HEADING_1 })] : []),
    ...block.body
      .split(/\n+/)
      .filter(Boolean)
      .map((text) => new Paragraph({ text })),
    ...block.figures.map(
      ({ label, value, note }) =>
        new Paragraph({
          children: [
            new TextRun({ text: `${value} `, bold: true, size: 32 }),
            new TextRun([label, note].filter(Boolean).join(", ")),
          ],
        }),
    ),
    ...(bars ? [picture(bars)] : []),
    ...(map ? [picture(map)] : []),
    ...(block.table ? [tableOf(block.table)] : []),
    ...(block.quote ? [new Paragraph({ text: `${block.quote.text} – ${block.quote.who}`, indent: { left: 400 } })] : []),
  ];
}

function picture({ png, alt, width, height }: Drawn): Paragraph {
  const altText = { name: alt.slice(0, 60), title: alt.slice(0, 60), description: alt };
  return new Paragraph({ children: [new ImageRun({ type: "png", data: png, transformation: { width, height }, altText })] });
}

function tableOf({ head, rows }: ShownTable): Table {
  // Columns of figures are held to the right, as on the page.
  const isFigures = head.map((_, place) => place > 0 && rows.every((row) => /^([–−-]?\s*\d|–?$)/.test(row[place] ?? "")));
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map((text, place) => {
      const alignment = isFigures[place] ? AlignmentType.END : AlignmentType.START;
      return new TableCell({ children: [new Paragraph({ alignment, children: [new TextRun({ text, bold })] })] });
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}
