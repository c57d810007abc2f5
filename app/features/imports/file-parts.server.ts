import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { RuleError } from "~/lib/errors";
import type { ReadLimits } from "./read-limits";
import { type ZipPart, zipParts } from "./zip.server";

export type FileKind = "zip" | "folder" | "json" | "xml" | "table" | "workbook";

/** What a file is, told by its first bytes (its name says nothing); refused when it is empty or of no known kind. */
export async function fileKind(path: string, limits: ReadLimits): Promise<FileKind> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new RuleError("importUnreadable");
  if (found.isDirectory()) return "folder";
  if (found.size === 0) throw new RuleError("importEmpty");
  const head = await firstBytes(path);
  if (head.subarray(0, 2).toString("latin1") === "PK") return (await isWorkbook(path, limits)) ? "workbook" : "zip";
  const kind = isGzip(head) ? "json" : kindOfText(head);
  if (!kind) throw new RuleError("importUnknownFormat");
  return kind;
}

/** JSON, XML or a table, by the first sign that is no space; undefined for bytes that are no text. */
export function kindOfText(head: Buffer): "json" | "xml" | "table" | undefined {
  const wide = wideEncoding(head);
  const signs = (wide ? new TextDecoder(wide).decode(head) : head.toString("latin1"))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (signs.startsWith("{") || signs.startsWith("[")) return "json";
  if (signs.startsWith("<")) return "xml";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text never holds
  return signs === "" || /[\u0000-\u0008\u000e-\u001a]/.test(signs) || signs.startsWith("%PDF") ? undefined : "table";
}

/** The files of an archive or a folder, or the file alone, each with its bytes. */
export async function* partsOf(path: string, kind: FileKind, limits: ReadLimits): AsyncGenerator<ZipPart> {
  if (kind === "zip" || kind === "workbook") yield* zipParts(path, limits);
  else if (kind === "folder") yield* folderParts(path, limits);
  else yield { name: "", bytes: fileBytes(path, limits) };
}

/** « Texte Unicode » of Excel and the like: UTF-16, told by its first two bytes. */
function wideEncoding(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** UTF-16 as UTF-8, which all readers read; other bytes as they are. */
async function* narrowed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of bytes) {
    if (decoder === undefined) {
      const wide = wideEncoding(chunk);
      decoder = wide ? new TextDecoder(wide) : null;
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

/** A file's bytes, unfolded when it is gzip, in UTF-8 when they were in UTF-16. */
export async function* fileBytes(path: string, limits: ReadLimits): AsyncGenerator<Buffer> {
  const isPacked = isGzip(await firstBytes(path));
  const file = createReadStream(path, { highWaterMark: 1024 * 256 });
  try {
    yield* narrowed(counted(isPacked ? file.pipe(createGunzip()) : file, limits));
  } catch (error) {
    throw error instanceof RuleError ? error : new RuleError(isPacked ? "importZipBroken" : "importUnreadable");
  } finally {
    file.destroy();
  }
}

async function* counted(stream: Readable, limits: ReadLimits): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > limits.unpackedBytes) throw new RuleError("importZipTooLarge");
    yield chunk;
  }
}

async function* folderParts(path: string, limits: ReadLimits): AsyncGenerator<ZipPart> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  if (files.length > limits.entries) throw new RuleError("importTooManyFiles", { count: limits.entries });
  const names = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const name of names)
    yield { name: name.slice(path.length).replaceAll("\\", "/").replace(/^\//, ""), bytes: fileBytes(name, limits) };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function isWorkbook(path: string, limits: ReadLimits): Promise<boolean> {
  for await (const part of zipParts(path, limits)) {
    if (part.name === "xl/workbook.xml") return true;
  }
  return false;
}
