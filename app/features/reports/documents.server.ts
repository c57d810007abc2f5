import { existsSync } from "node:fs";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { findLogoPath } from "~/features/files/picture.queries.server";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { ReportPdf } from "~/lib/report-pdf.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";
import { describeBlocks, type ShownBlock } from "./describe.server";
import { describeDifference, differenceBlocks } from "./difference.server";
import { writeDocx } from "./docx.server";
import { type AddressedReport, factsOf } from "./facts.server";
import { reportPeriods, shippedBlocks } from "./model";
import { type Audience, figuresOutside, hidesSomething } from "./outside.model";
import { type Block, getReport, listBlocks, type Report } from "./queries.server";
import { writeSlides } from "./slides.server";
import { titleOf } from "./template.server";
import { wordsFor } from "./words.server";
import { writeXlsx } from "./xlsx.server";

export const documentFormats = ["pdf", "docx", "xlsx", "slides"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

interface DocumentAsked {
  format: DocumentFormat;
  audience: Audience;
}

/**
 * A report as a file, in its own language: its name and its bytes; for outside the office without what counts too few.
 * Written to the audit. Throws NotFoundError out of sight.
 */
export async function makeDocument(actor: Actor, reportId: string, asked: DocumentAsked) {
  const report = getReport(actor, reportId);
  const input = { reportId, ...asked };
  run(actor, { name: "report.download", id: newId(), input, ownerId: report.ownerId, isOnce: false }, () => undefined);
  return makeDocumentFor(actor, report, asked);
}

/**
 * The same in the language that the report is given, which may be another than the one it was written in: then
 * the words that ship are translated, and those that somebody wrote stay. `summary` is its first text.
 */
export async function makeDocumentFor(actor: Actor, asked: Report, { format, audience }: DocumentAsked) {
  const { report, blocks } = inLanguage(addressed(asked, audience), getReport(actor, asked.id).locale);
  const described = describeBlocks(actor, report, blocks);
  const difference = describeDifference(actor, report, report.locale);
  const shown = [...differenceBlocks(report, difference), ...described].filter(
    (block) => !block.missing && (block.kind !== "text" || block.body || block.title),
  );
  const writers = { pdf: writePdf, docx: writeDocx, xlsx: async () => writeXlsx(report, difference), slides: writeSlides };
  const bytes = await writers[format](report, shown, await readLogo(report));
  const summary = described.find(({ kind, body }) => kind === "text" && body !== "")?.body ?? "";
  const { t } = wordsFor(report.locale);
  const name = format === "slides" ? `${t("reports:slidesOf", { title: report.title })}.pdf` : `${report.title}.${format}`;
  return { name, title: report.title, summary, bytes };
}

/** Its figures as its readers may have them. */
function addressed(report: Report, audience: Audience): AddressedReport {
  const hides = hidesSomething(report.figures);
  return { ...report, audience, hides, figures: audience === "outside" ? figuresOutside(report.figures) : report.figures };
}

function inLanguage(report: AddressedReport, written: Report["locale"]): { report: AddressedReport; blocks: Block[] } {
  const blocks = listBlocks(report.id);
  if (report.locale === written) return { report, blocks };
  const [from, to] = [translator(written), translator(report.locale)];
  const words = (text: string, part: "title" | "body") => {
    const same = shippedBlocks.find(({ key }) => from(`reports:template.${key}.${part}`) === text);
    return same && text !== "" ? to(`reports:template.${same.key}.${part}`) : text;
  };
  const period = reportPeriods.find((one) => one === report.period) ?? "custom";
  const title = titleOf(report.locale, period, { from: report.startsOn, to: report.endsOn });
  const translated = blocks.map((block) => ({ ...block, title: words(block.title, "title"), body: words(block.body, "body") }));
  return { report: { ...report, title }, blocks: translated };
}

async function writePdf(report: AddressedReport, blocks: readonly ShownBlock[], logo: PdfImage | undefined): Promise<Buffer> {
  const { t } = wordsFor(report.locale);
  const pdf = await ReportPdf.open({
    title: report.title,
    language: report.locale,
    author: report.office,
    contents: t("reports:contents"),
    pageOf: (number, count) => t("reports:page", { number, count }),
  });
  const drafted = report.state === "draft" ? [t("reports:state.draft")] : [];
  pdf.cover(logo, [report.office, ...factsOf(report), ...drafted], blocks.filter((block) => block.title).length);
  for (const block of blocks) writeBlock(pdf, block);
  return pdf.end();
}

function writeBlock(pdf: ReportPdf, block: ShownBlock): void {
  if (block.title) pdf.heading(block.title, (block.body ? 34 : 0) + pdf.neededBy(block));
  if (block.body) pdf.paragraph(block.body);
  if (block.figures.length > 0) pdf.figures(block.figures);
  if (block.bars.length > 0) pdf.bars(block.bars, block.alt);
  if (block.map) pdf.map(block.map.map, block.map.legend, block.alt);
  if (block.table) pdf.table(block.table.head, block.table.rows);
  if (block.quote) pdf.quote(block.quote.text, block.quote.who);
}

/** The office's logo for a document; undefined where it has none. */
export async function readLogo(report: { ownerId: string; office: string }): Promise<PdfImage | undefined> {
  const path = findLogoPath(report.ownerId);
  if (!path || !existsSync(path)) return undefined;
  const { default: sharp } = await import("sharp");
  return { png: await sharp(path).resize({ width: 720, height: 240, fit: "inside" }).png().toBuffer(), alt: report.office };
}
