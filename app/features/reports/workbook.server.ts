import { type Locale, writtenIn } from "~/i18n/translate";
import type { Cell } from "~/lib/csv";
import { type Sheet, toXlsx } from "~/lib/xlsx.server";

/** A workbook that is read as a document: what people typed stands in it with the spaces of its language. */
export const toWrittenXlsx = (locale: Locale, sheets: readonly Sheet[]): Promise<Buffer> =>
  toXlsx(sheets.map((sheet) => ({ ...sheet, rows: writtenRows(locale, sheet.rows) })));

async function* writtenRows(locale: Locale, rows: Sheet["rows"]): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield writtenIn(locale, row);
}
