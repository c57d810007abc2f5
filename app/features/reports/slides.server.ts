import { SlidesPdf } from "~/lib/slides-pdf.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";
import type { ShownBlock } from "./describe.server";
import { type AddressedReport, factsOf } from "./facts.server";
import { wordsFor } from "./words.server";

/** A report's frozen blocks as slides: a landscape tagged PDF, a block a slide, and what does not fit on the next. */
export async function writeSlides(
  report: AddressedReport,
  blocks: readonly ShownBlock[],
  logo: PdfImage | undefined,
): Promise<Buffer> {
  const { t } = wordsFor(report.locale);
  const pdf = await SlidesPdf.open({
    title: report.title,
    language: report.locale,
    author: report.office,
    goesOn: (title) => t("reports:goesOn", { title }),
    pageOf: (number, count) => t("reports:page", { number, count }),
  });
  const drafted = report.state === "draft" ? [t("reports:state.draft")] : [];
  // What was corrected since stands last here, and the first slide says so.
  const corrected = blocks.filter(({ id }) => id === "difference");
  const marked = corrected.length > 0 ? [t("reports:changedSince")] : [];
  pdf.cover(logo, [report.office, ...factsOf(report), ...drafted, ...marked]);
  for (const block of [...blocks.filter((one) => !corrected.includes(one)), ...corrected]) writeSlide(pdf, block);
  return pdf.end();
}

function writeSlide(pdf: SlidesPdf, block: ShownBlock): void {
  pdf.slide(block.title);
  if (block.body) pdf.paragraph(block.body, { isAlone: block.kind === "text" });
  if (block.figures.length > 0) pdf.figures(block.figures);
  if (block.bars.length > 0) pdf.bars(block.bars, block.alt);
  if (block.map) pdf.map(block.map.map, block.map.legend, block.alt);
  if (block.table) pdf.table(block.table.head, block.table.rows);
  if (block.quote) pdf.quote(block.quote.text, block.quote.who);
}
