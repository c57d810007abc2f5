import { existsSync } from "node:fs";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { findLogoPath } from "~/features/files/picture.queries.server";
import { newId } from "~/lib/ids";
import { ReportPdf } from "~/lib/report-pdf.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";
import { describeBlocks, type ShownBlock } from "./describe.server";
import { differenceBlocks } from "./difference.server";
import { writeDocx } from "./docx.server";
import { factsOf } from "./facts.server";
import { getReport, listBlocks, type Report } from "./queries.server";
import { wordsFor } from "./words.server";
import { writeXlsx } from "./xlsx.server";

export const documentFormats = ["pdf", "docx", "xlsx"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A report as a file, in its own language: its name and its bytes. Written to the audit. Throws NotFoundError out of sight. */
export async function makeDocument(actor: Actor, reportId: string, format: DocumentFormat) {
  const report = getReport(actor, reportId);
  const command = { name: "report.download", id: newId(), input: { reportId, format }, ownerId: report.ownerId, isOnce: false };
  const blocks = run(actor, command, () => describeBlocks(actor, report, listBlocks(report.id)));
  const corrected = differenceBlocks(actor, report);
  const shown = [...corrected, ...blocks].filter(
    (block) => !block.missing && (block.kind !== "text" || block.body || block.title),
  );
  const writers = { pdf: writePdf, docx: writeDocx, xlsx: async () => writeXlsx(report, corrected) };
  const bytes = await writers[format](report, shown, await readLogo(report));
  return { name: `${report.title}.${format}`, bytes };
}

async function writePdf(report: Report, blocks: readonly ShownBlock[], logo: PdfImage | undefined): Promise<Buffer> {
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
