import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";

/** Where the bytes of the files stand beside a copy of the database. */
const filesBeside = (copy: string): string => `${copy.replace(/\.sqlite$/, "")}.files`;
const stampOf = (instant: number): string => new Date(instant).toISOString().replaceAll(":", "-").replace("Z", "");

/**
 * Copies the database while it serves, checks the copy, and copies the files' folder beside; answers the
 * copy's path. Throws when the copy is not whole: then no copy of that name is left.
 */
export async function backUp(connection: Database.Database, dataDir: string, instant: number): Promise<string> {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `${stampOf(instant)}.sqlite`);
  const unfinished = `${copy}.part`;
  try {
    await connection.backup(unfinished);
    checkWhole(unfinished);
    // After the database: a file is in its place before its row is written.
    const files = join(dataDir, "files");
    if (existsSync(files)) cpSync(files, filesBeside(copy), { recursive: true, errorOnExist: true, preserveTimestamps: true });
    flush(unfinished);
    renameSync(unfinished, copy);
    return copy;
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
}

interface Restored {
  /** The replaced database, where there was one. */
  kept: string | undefined;
  hasFiles: boolean;
}

/**
 * Puts a copy in the place of a database that nobody has open, the replaced one kept beside; its files
 * too where the copy has some. Throws an Error to read, and leaves everything as it was, when it cannot.
 */
export function restore(from: string, to: { database: string; dataDir: string }, instant: number): Restored {
  const copy = resolve(from);
  if (copy === resolve(to.database)) throw new Error("Cette copie est la base elle-même.");
  if (!existsSync(copy)) throw new Error(`Aucun fichier à cette adresse : ${copy}`);
  checkWhole(copy);
  refuseWhileOpen(to.database);
  const ready = prepare(copy, to.database);
  const mark = `avant-restauration-${stampOf(instant)}`;
  const kept = setAside(to.database, mark);
  renameSync(ready, to.database);
  flush(dirname(to.database));
  return { kept, hasFiles: restoreFiles(filesBeside(copy), join(to.dataDir, "files"), mark) };
}

/** Throws unless the file is a whole database of Balise. */
function checkWhole(path: string): void {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const result = connection.pragma("integrity_check", { simple: true });
    if (result !== "ok") throw new Error(`La copie est abîmée : ${result}`);
    const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'installation'").get();
    if (!table) throw new Error("Ce fichier n'est pas une base de Balise.");
  } finally {
    connection.close();
  }
}

/** SQLite leaves the WAL only for the one who holds the file alone: a server that runs, idle or not, refuses it. */
function refuseWhileOpen(path: string): void {
  if (!existsSync(path)) return;
  const connection = new Database(path, { timeout: 500 });
  try {
    connection.pragma("journal_mode = DELETE");
  } catch (error) {
    if (!isCode(error, "SQLITE_BUSY") && !isCode(error, "SQLITE_LOCKED")) return;
    throw new Error("Le serveur a cette base ouverte : arrêtez-le, puis recommencez.");
  } finally {
    connection.close();
  }
}

/** A copy of the copy beside the database, without the mark of a server that was running then. */
function prepare(copy: string, database: string): string {
  const ready = `${database}.restauration`;
  mkdirSync(dirname(database), { recursive: true });
  rmSync(ready, { force: true });
  cpSync(copy, ready);
  const connection = new Database(ready);
  connection.pragma("journal_mode = DELETE");
  connection.prepare("DELETE FROM installation WHERE key = 'running'").run();
  connection.close();
  flush(ready);
  return ready;
}

/** The log of the replaced database goes with it: left behind, SQLite would play it over the restored one. */
function setAside(database: string, mark: string): string | undefined {
  const kept = existsSync(database) ? join(dirname(database), `${basename(database)}.${mark}`) : undefined;
  if (kept) renameSync(database, kept);
  if (kept && existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${kept}-wal`);
  rmSync(`${database}-wal`, { force: true });
  rmSync(`${database}-shm`, { force: true });
  return kept;
}

function restoreFiles(from: string, to: string, mark: string): boolean {
  if (!existsSync(from)) return false;
  const ready = `${to}.restauration`;
  rmSync(ready, { recursive: true, force: true });
  cpSync(from, ready, { recursive: true, preserveTimestamps: true });
  if (existsSync(to)) renameSync(to, `${to}.${mark}`);
  renameSync(ready, to);
  return true;
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && "code" in error && error.code === code;
