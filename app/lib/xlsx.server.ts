import writeXlsxFile from "write-excel-file/node";
import { type Cell, withoutFormula } from "./csv";

export interface Sheet {
  name: string;
  columns: readonly {
    title: string /** Characters. */;
    width?: number /** `day` for ISO days, which become real dates. */;
    type?: "text" | "number" | "day";
  }[];
  rows: readonly (readonly Cell[])[];
}

/** A workbook with real types and a frozen header on each sheet. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const made = sheets.map((sheet) => ({
    sheet: sheet.name,
    stickyRowsCount: 1,
    columns: sheet.columns.map((column) => ({ width: column.width ?? 18 })),
    data: [
      sheet.columns.map((column) => ({ value: column.title, fontWeight: "bold" as const })),
      ...sheet.rows.map((row) => row.map((cell, place) => toCell(cell, sheet.columns[place]?.type))),
    ],
  }));
  return writeXlsxFile(made).toBuffer();
}

function toCell(cell: Cell, type: "text" | "number" | "day" | undefined) {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (type === "day") return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  return { value: withoutFormula(cell), type: String };
}
