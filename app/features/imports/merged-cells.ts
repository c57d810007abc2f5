/** What of a workbook's parts tells where its merged cells are. */
export interface WorkbookNotes {
  /** `xl/workbook.xml` and its relations, as text. */
  texts: Map<string, string>;
  /** Merged ranges (`A2:A5`) by the sheet's file. */
  merges: Map<string, Set<string>>;
}

export const openNotes = (): WorkbookNotes => ({ texts: new Map(), merges: new Map() });

const noted = new Set(["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]);
const longestNote = 1024 ** 2;
const merge = /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']/g;
const mostMerges = 20_000;

/** Keeps what a piece of a part tells; pieces may overlap. */
export function noteIn({ texts, merges }: WorkbookNotes, part: string, piece: { text: string; seen: string }): void {
  if (noted.has(part)) texts.set(part, `${texts.get(part) ?? ""}${piece.text}`.slice(0, longestNote));
  if (!part.startsWith("xl/worksheets/")) return;
  const known = merges.get(part) ?? new Set<string>();
  for (const [, range = ""] of piece.seen.matchAll(merge)) if (known.size < mostMerges) known.add(range);
  merges.set(part, known);
}

/** The merged ranges of the sheet at a place in the workbook, the first at 0. */
export function mergesOf({ texts, merges }: WorkbookNotes, place: number): readonly string[] {
  const sheets = [
    ...(texts.get("xl/workbook.xml") ?? "").matchAll(/<(?:\w+:)?sheet\s[^>]*?\br?:?id\s*=\s*["']([^"']+)["'][^>]*>/gi),
  ];
  const relation = sheets[place]?.[1];
  const relations = [...(texts.get("xl/_rels/workbook.xml.rels") ?? "").matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)];
  const found = relations.find(([tag]) => attribute(tag, "Id") === relation);
  const target = found ? attribute(found[0], "Target").replace(/^\/?(?:xl\/)?/, "xl/") : "";
  return [...(merges.get(target) ?? [])];
}

/** Whether days are counted from 1 January 1904, as Macs once wrote. */
export const isFrom1904 = ({ texts }: WorkbookNotes): boolean =>
  /<(?:\w+:)?workbookPr\s[^>]*?\bdate1904\s*=\s*["'](?:1|true)["']/.test(texts.get("xl/workbook.xml") ?? "");

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? "";

/** A cell merged over several rows holds for each of them: its text is given to the rows below that say something. */
export function fillDown(rows: string[][], merges: readonly string[]): void {
  for (const range of merges) {
    const [first, last] = range.split(":").map(placeOf);
    const said = first && rows[first.row]?.[first.column];
    if (!said || !last) continue;
    const below = rows.slice(first.row + 1, last.row + 1);
    for (const cells of below) if (isToFill(cells, first.column)) cells[first.column] = said;
  }
}

const isToFill = (cells: readonly string[], column: number): boolean =>
  (cells[column] ?? "") === "" && cells.some((cell) => cell !== "");

function placeOf(cell: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
