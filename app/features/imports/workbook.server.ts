import readXlsxFile from "read-excel-file/node";
import { RuleError } from "~/lib/errors";
import { cleanText } from "~/lib/json-values";
import { fillDown, isFrom1904, mergesOf, noteIn, openNotes, type WorkbookNotes } from "./merged-cells";
import type { ReadLimits } from "./read-limits";
import { type ZipPart, zipParts } from "./zip.server";

/** The first sheet with rows, and whether its days are counted from 1904, after its parts were unfolded under the limits and found free of a DOCTYPE (ASVS 1.5.1). */
export async function workbookCells(path: string, limits: ReadLimits): Promise<{ rows: string[][]; isFrom1904: boolean }> {
  const bounds = { ...limits, entries: 5_000, unpackedBytes: Math.min(limits.unpackedBytes, 256 * 1024 ** 2) };
  const notes = await checkWorkbook(path, bounds);
  try {
    const sheets = await readXlsxFile(path);
    const place = Math.max(
      0,
      sheets.findIndex((sheet) => sheet.data.length > 1),
    );
    const rows = (sheets[place]?.data ?? []).map((row) => row.map(cellText));
    fillDown(rows, mergesOf(notes, place));
    return { rows, isFrom1904: isFrom1904(notes) };
  } catch {
    throw new RuleError("importTableBroken");
  }
}

async function checkWorkbook(path: string, limits: ReadLimits): Promise<WorkbookNotes> {
  const notes = openNotes();
  for await (const part of zipParts(path, limits)) await checkPart(part, notes);
  return notes;
}

async function checkPart({ name, bytes }: ZipPart, notes: WorkbookNotes): Promise<void> {
  let head = "";
  let tail = "";
  for await (const chunk of bytes) {
    const text = chunk.toString("latin1");
    if (head.length < 4096) head += text;
    if (!hasRealAddresses(tail + text)) throw new RuleError("importTableBroken");
    noteIn(notes, name, { text, seen: tail + text });
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

/** Days as ISO; a bare clock time or a duration, which Excel keeps as a moment of its first days, as `1:30` or `26:00`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return cleanText(String(cell));
  const at = cell.getTime();
  if (Number.isNaN(at)) return "";
  const start = startsOfTime.find((one) => at >= one && at < one + longestTime);
  return start === undefined ? cell.toISOString().slice(0, 10) : clockText(Math.round((at - start) / 60_000));
}

/** The day from which a workbook counts: 30 December 1899, or 1 January 1904 in those that Macs once wrote. */
const startsOfTime = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
const longestTime = 31 * 86_400_000;

const clockText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
