import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { workbookOf } from "~/testing/factories/workbook";
import { openTable } from "./read-table.server";
import { dayOfSerial } from "./serial-day.model";

const said = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const held = (place: string, value: string, rest = "") => `<c r="${place}" ${rest}><v>${value}</v></c>`;

function pathOf(book: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "book-")), "file");
  writeFileSync(path, book);
  return path;
}

async function rowsOf(book: Buffer): Promise<[number, ...string[]][]> {
  const path = pathOf(book);
  const rows: [number, ...string[]][] = [];
  for await (const { line, cells } of (await openTable(path)).rows) rows.push([line, ...cells]);
  return rows;
}

const titles = `<row r="2">${said("A2", "Date")}${said("B2", "Prestataire")}${said("C2", "Durée")}</row>`;

it("reads days, clock times, durations past a day, numbers without a format, formulas and errors", async () => {
  const rows = [
    `<row r="3">${held("A3", "45363", 's="1"')}${said("B3", "Un")}${held("C3", "0.0625", 's="2"')}</row>`,
    `<row r="4">${held("A4", "45363.75", 's="1"')}${said("B4", "Deux")}${held("C4", "1.25", 's="3"')}</row>`,
    `<row r="6"><c r="A6" s="1"><f>A3+1</f><v>45364</v></c><c r="B6" t="str"><f>"Tr"&amp;"ois"</f><v>Trois</v></c>${held("C6", "1.5")}</row>`,
    `<row r="7">${held("A7", "45364")}${said("B7", "Quatre")}${held("C7", "#N/A", 't="e"')}</row>`,
  ];
  expect(await rowsOf(workbookOf(titles + rows.join("")))).toEqual([
    [3, "2024-03-12", "Un", "1:30"],
    [4, "2024-03-12", "Deux", "30:00"],
    [6, "2024-03-13", "Trois", "1.5"],
    [7, "45364", "Quatre", ""],
  ]);
});

it("counts from 1904 where the workbook says so", async () => {
  const row = `<row r="3">${held("A3", "43901", 's="1"')}${said("B3", "Un")}${held("C3", "0.0625", 's="2"')}</row>`;
  expect(await rowsOf(workbookOf(titles + row, { properties: 'date1904="1"' }))).toEqual([[3, "2024-03-12", "Un", "1:30"]]);
});

it("says that its bare numbers count from 1904, so that a date column without a format is read right", async () => {
  const row = `<row r="3">${held("A3", "43901")}${said("B3", "Un")}${held("C3", "90")}</row>`;
  const path = pathOf(workbookOf(titles + row, { properties: 'date1904="1"' }));
  const { rows, isFrom1904 } = await openTable(path);
  expect(isFrom1904).toBe(true);
  for await (const { cells } of rows) expect(dayOfSerial(cells[0] ?? "", isFrom1904)).toBe("2024-03-12");
  expect((await openTable(pathOf(workbookOf(titles + row)))).isFrom1904).toBe(false);
});

it("gives a merged cell's text to each of its rows that says something", async () => {
  const rows = [
    `<row r="3">${held("A3", "45363", 's="1"')}${said("B3", "Un")}</row>`,
    `<row r="4"><c r="A4" s="1"/>${said("B4", "Deux")}</row>`,
    `<row r="5"><c r="A5" s="1"/></row>`,
    `<row r="6">${said("B6", "Trois")}</row>`,
  ];
  const merges = '<mergeCells count="2"><mergeCell ref="A3:A5"/><mergeCell ref="B1:C1"/></mergeCells>';
  expect(await rowsOf(workbookOf(titles + rows.join(""), { merges }))).toEqual([
    [3, "2024-03-12", "Un", ""],
    [4, "2024-03-12", "Deux", ""],
    [6, "", "Trois", ""],
  ]);
});
