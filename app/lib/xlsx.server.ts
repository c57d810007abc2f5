import { type Cell, withoutFormula } from "./csv";
import { type ZipEntry, zipStream } from "./zip-stream.server";

/** `day` holds ISO days, `instant` local `YYYY-MM-DD HH:MM`, `duration` minutes shown as hours and minutes, `share` 0 to 1 shown in per cent. */
export type ColumnType = "text" | "number" | "day" | "instant" | "duration" | "share";

export interface SheetColumn {
  title: string /** Characters. */;
  width?: number;
  type?: ColumnType;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/**
 * A workbook as it is read, sheet after sheet: real types, header frozen and filtered, widths.
 * Rows are asked for as the reader takes them, so that memory does not grow with their number.
 */
export function streamXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  return zipStream(partsOf(sheets));
}

/** The same as bytes, for few rows. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of streamXlsx(sheets)) parts.push(part);
  return Buffer.concat(parts);
}

function* partsOf(sheets: readonly Sheet[]): Generator<ZipEntry> {
  const names = distinctNames(sheets);
  yield { name: "[Content_Types].xml", body: [contentTypes(sheets.length)] };
  yield { name: "_rels/.rels", body: [relations([["officeDocument", "xl/workbook.xml"]])] };
  yield { name: "xl/workbook.xml", body: [workbook(names)] };
  const files = sheets.map((_, place): [string, string] => ["worksheet", `worksheets/sheet${place + 1}.xml`]);
  yield { name: "xl/_rels/workbook.xml.rels", body: [relations([...files, ["styles", "styles.xml"]])] };
  yield { name: "xl/styles.xml", body: [styles] };
  for (const [place, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${place + 1}.xml`, body: sheetXml(sheet) };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const opened = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// Cell styles by place: plain, header, day, instant, hours and minutes, per cent.
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ width = 18 }, place) => {
    const nth = place + 1;
    return `<col min="${nth}" max="${nth}" width="${width}" customWidth="1"/>`;
  });
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  const letters = columns.map((_, place) => columnName(place + 1));
  const titles = columns.map(({ title }, place) => text(` r="${letters[place]}1"`, title, 1)).join("");
  let xml = `<cols>${widths.join("")}</cols><sheetData><row r="1">${titles}</row>`;
  const types = columns.map(({ type }) => type);
  let count = 1;
  for await (const row of rows) {
    count += 1;
    xml += `<row r="${count}">`;
    for (const [place, cell] of row.entries()) {
      letters[place] ??= columnName(place + 1);
      if (cell !== null && cell !== "") xml += cellXml(` r="${letters[place]}${count}"`, cell, types[place]);
    }
    xml += "</row>";
    if (xml.length < 65_536) continue;
    yield xml;
    xml = "";
  }
  yield `${xml}</sheetData><autoFilter ref="A1:${columnName(columns.length)}${count}"/></worksheet>`;
}

function cellXml(at: string, cell: string | number, type: ColumnType | undefined): string {
  if (typeof cell === "number") return numberXml(at, cell, type);
  const style = type === undefined ? undefined : dateStyles[type];
  const day = style === undefined ? undefined : serialDay(cell);
  return day === undefined ? text(at, withoutFormula(cell), 0) : `<c${at} s="${style}"><v>${day}</v></c>`;
}

const dateStyles: Partial<Record<ColumnType, number>> = { day: 2, instant: 3 };

function numberXml(at: string, value: number, type: ColumnType | undefined): string {
  if (!Number.isFinite(value)) return "";
  if (type === "duration") return `<c${at} s="4"><v>${value / 1440}</v></c>`;
  return type === "share" ? `<c${at} s="5"><v>${value}</v></c>` : `<c${at}><v>${value}</v></c>`;
}

/** Days since 30 December 1899, as spreadsheets count. */
function serialDay(local: string): number | undefined {
  const at = Date.parse(local.length > 10 ? `${local.slice(0, 16)}Z` : `${local}T00:00Z`);
  return Number.isNaN(at) ? undefined : at / 86_400_000 + 25_569;
}

/** A spreadsheet's cell holds at most so many characters. */
const longest = 32_767;
const text = (at: string, value: string, style: number) =>
  `<c${at} t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${escaped(value.slice(0, longest))}</t></is></c>`;

/** What XML cannot hold is left out; the rest is escaped. */
function escaped(value: string): string {
  if (!/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value)) return value;
  return value
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function columnName(count: number): string {
  const letter = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? columnName(Math.floor((count - 1) / 26)) + letter : letter;
}

/** At most 31 characters, none of `[]:*?/\`, none twice. */
function distinctNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const plain = name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
    names.push(names.includes(plain) ? `${plain.slice(0, 27)} (${names.length + 1})` : plain);
  }
  return names;
}

function workbook(names: readonly string[]): string {
  const listed = names.map((name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`);
  const titles = names.map((name, place) => {
    const quoted = escaped(`'${name.replaceAll("'", "''")}'`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${quoted}!$1:$1</definedName>`;
  });
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

function relations(targets: readonly [string, string][]): string {
  const all = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${opened}/relationships">${all.join("")}</Relationships>`;
}

function contentTypes(count: number): string {
  const part = (name: string, kind: string) => `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, place) => part(`worksheets/sheet${place + 1}`, "worksheet"));
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  const parts = [part("workbook", "sheet.main"), part("styles", "styles"), ...sheets].join("");
  return `${head}<Types xmlns="${opened}/content-types">${defaults}${parts}</Types>`;
}
