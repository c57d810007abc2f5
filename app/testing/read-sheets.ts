import readXlsx from "read-excel-file/node";
import { type ExportedTable, streamTable } from "~/lib/exported-table.server";

/** The sheets of a table that leaves as a workbook, read back by another library. */
export async function sheetsOf(table: ExportedTable) {
  const parts: Uint8Array[] = [];
  for await (const part of streamTable(table, "xlsx")) parts.push(part);
  return readXlsx(Buffer.concat(parts));
}
