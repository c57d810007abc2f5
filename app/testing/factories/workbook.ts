import { zipOf } from "~/testing/zip";

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** Formats that a cell names by `s`: none, a day, a clock time, a duration. */
const styles = `<numFmts count="2"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="171"/></cellXfs>`;

/** A workbook of one sheet as another program writes it, its rows in SpreadsheetML; `properties` are those of the workbook. */
export function workbookOf(rows: string, { merges = "", properties = "" } = {}): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => `${head}<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
  return zipOf({
    "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets><sheet name="Suivi" sheetId="4" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId7", "worksheet", "worksheets/sheet4.xml") + relation("rId2", "styles", "styles.xml"),
    ),
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    "xl/worksheets/sheet4.xml": `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merges}</worksheet>`,
  });
}
