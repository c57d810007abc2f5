import readXlsxFile from "read-excel-file/node";
import { RuleError } from "~/lib/errors";
import { cleanText } from "~/lib/json-values";
import type { ReadLimits } from "./read-limits";
import { zipParts } from "./zip.server";

/** The first sheet with rows, after its parts were unfolded under the limits and found free of a DOCTYPE (ASVS 1.5.1). */
export async function workbookCells(path: string, limits: ReadLimits): Promise<string[][]> {
  await checkWorkbook(path, { ...limits, entries: 5_000, unpackedBytes: Math.min(limits.unpackedBytes, 256 * 1024 ** 2) });
  try {
    const sheets = await readXlsxFile(path);
    const filled = sheets.find((sheet) => sheet.data.length > 1) ?? sheets[0];
    return (filled?.data ?? []).map((row) => row.map(cellText));
  } catch {
    throw new RuleError("importTableBroken");
  }
}

async function checkWorkbook(path: string, limits: ReadLimits): Promise<void> {
  for await (const part of zipParts(path, limits)) {
    let head = "";
    for await (const chunk of part.bytes) if (head.length < 4096) head += chunk.toString("latin1");
    if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw new RuleError("importXmlDoctype");
  }
}

/** Days as ISO; a bare clock time, which Excel keeps as a moment of its first day, as `1:30`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return cleanText(String(cell));
  if (Number.isNaN(cell.getTime())) return "";
  const iso = cell.toISOString();
  return cell.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
}
