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
  for await (const part of zipParts(path, limits)) await checkPart(part.bytes);
}

async function checkPart(bytes: AsyncIterable<Buffer>): Promise<void> {
  let head = "";
  let tail = "";
  for await (const chunk of bytes) {
    const text = chunk.toString("latin1");
    if (head.length < 4096) head += text;
    if (!hasRealAddresses(tail + text)) throw new RuleError("importTableBroken");
    tail = (tail + text).slice(-longestTag);
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw new RuleError("importXmlDoctype");
}

const longestTag = 300;
/** A cell's place, or the corners of a sheet. */
const addresses = /<(?:\w+:)?(?:c|dimension)\s[^>]*?\b(?:r|ref)\s*=\s*["']([^"']*)["']/g;
/** Excel's last column is XFD, its last row 1,048,576: a place beyond makes the reader fill memory until the process dies. */
const realAddress = /^(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9]\d{0,6}$/;

/** Whether each place written in a sheet's XML is one that Excel has. */
export const hasRealAddresses = (text: string): boolean =>
  [...text.matchAll(addresses)].every(([, place = ""]) => place.split(":").every((corner) => realAddress.test(corner)));

/** Days as ISO; a bare clock time, which Excel keeps as a moment of its first day, as `1:30`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return cleanText(String(cell));
  if (Number.isNaN(cell.getTime())) return "";
  const iso = cell.toISOString();
  return cell.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
}
