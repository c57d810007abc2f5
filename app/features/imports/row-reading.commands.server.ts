import { db } from "~/db/client.server";
import { importMatches, importRecords } from "~/db/schema/imports.server";
import type { Columns } from "./columns.model";
import type { ReadPiece } from "./read-work.server";
import { inBatches } from "./reading.commands.server";
import { openRecognition } from "./recognition.server";
import { cellOf } from "./records-from-table";
import { type ReadRow, type RowCells, type TableWord, wordKey } from "./rows.model";
import { dayOfSerial } from "./serial-day.model";
import { findImportRow, forgetRecords, setImport } from "./stored.server";

interface Reading {
  columns: Columns;
  read: (cells: RowCells) => ReadRow;
}

/** Keeps the rows of a table for their review, and each name in them once, with whom it may be. */
export async function storeRows(importId: string, pieces: AsyncIterable<ReadPiece>, { columns, read }: Reading): Promise<void> {
  const imported = findImportRow(importId);
  if (!imported) return;
  forgetRecords(importId);
  setImport(importId, { done: 0, total: null });
  const words = new Map<string, TableWord & { rows: number }>();
  let position = 0;
  for await (const piece of pieces) {
    if (piece.kind !== "rows") continue;
    const places = new Map(piece.columns.map((title, place) => [title, place]));
    await inBatches(importId, piece.rows, ({ line, cells }) => {
      position += 1;
      const row = read((field) => {
        const cell = cellOf(cells, places.get(columns[field] ?? ""));
        return field === "heldOn" && piece.isFrom1904 && cell ? (dayOfSerial(cell, true) ?? cell) : cell;
      });
      insertRow({ importId, position, line }, row);
      if (!row.problem) for (const word of row.words) countWord(words, word);
    });
    setImport(importId, { done: position });
  }
  await keepWords(importId, imported.ownerId, [...words.values()]);
  if (findImportRow(importId)) setImport(importId, { state: "to_review", done: position, total: position, error: null });
}

function insertRow(place: { importId: string; position: number; line: number }, row: ReadRow): void {
  const { line, ...key } = place;
  const problem = row.problem && JSON.stringify(row.problem);
  db()
    .insert(importRecords)
    .values({
      ...key,
      source: "spreadsheet",
      externalId: "",
      name: row.name,
      record: JSON.stringify({ line, values: row.values, words: row.words }),
      verdict: row.problem ? "wrong" : "new",
      reason: problem,
    })
    .run();
}

function countWord(words: Map<string, TableWord & { rows: number }>, word: TableWord): void {
  const key = `${word.word} ${wordKey(word)}`;
  const known = words.get(key);
  if (known) known.rows += 1;
  else words.set(key, { ...word, rows: 1 });
}

async function keepWords(importId: string, ownerId: string, words: readonly (TableWord & { rows: number })[]): Promise<void> {
  const recognition = await openRecognition(ownerId);
  await inBatches(importId, words, (word) => {
    const { targetId, suggestions } = recognition.recognise(word);
    const name = word.commune ? `${word.name} (${word.commune})` : word.name;
    const found = targetId === null ? {} : { answer: "is" as const, targetId };
    db()
      .insert(importMatches)
      .values({
        importId,
        word: word.word,
        key: wordKey(word),
        name,
        rows: word.rows,
        suggestions,
        isRecognised: targetId !== null,
        ...found,
      })
      .run();
  });
}
