/**
 * A table as CSV that French Excel and LibreOffice open right: semicolons, UTF-8 with its mark,
 * CRLF. A cell that a spreadsheet could take for a formula gets a leading apostrophe (ASVS 1.2.10).
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let text = `\ufeff${line(head)}`;
  for (const row of rows) text += line(row);
  return text;
}

/** The same, made as it is read: memory does not grow with the rows. */
export async function* streamCsv(
  head: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\ufeff${line(head)}`;
  for await (const row of rows) {
    text += line(row);
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}

export type Cell = string | number | null;

/** Text that a spreadsheet would run as a formula, made plain; used by every export. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(";")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const text = withoutFormula(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
