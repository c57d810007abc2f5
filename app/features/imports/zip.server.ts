import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { RuleError } from "~/lib/errors";
import type { ReadLimits } from "./read-limits";

export interface ZipPart {
  /** As the archive writes it: only ever compared and shown, never used as a path. */
  name: string;
  bytes: AsyncIterable<Buffer>;
}

/** Each file of an archive in turn; its bytes must be read before the next. Refused: encrypted, broken, or past the limits. */
export async function* zipParts(path: string, limits: ReadLimits): AsyncGenerator<ZipPart> {
  const zip = await opened(path);
  const counted = { unpacked: 0 };
  try {
    if (zip.entryCount > limits.entries) throw new RuleError("importTooManyFiles", { count: limits.entries });
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (isJunk(name)) continue;
      if (entry.isEncrypted()) throw new RuleError("importZipEncrypted");
      yield { name, bytes: inflated(zip, entry, { limits, counted }) };
    }
  } catch (error) {
    throw clear(error);
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    throw clear(error);
  }
}

interface Count {
  limits: ReadLimits;
  counted: { unpacked: number };
}

/** The entry's bytes, counted as they unfold: what the archive declares is not believed. */
async function* inflated(zip: ZipFile, entry: Entry, { limits, counted }: Count): AsyncGenerator<Buffer> {
  let stream: Readable | undefined;
  let unpacked = 0;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      unpacked += chunk.length;
      counted.unpacked += chunk.length;
      const isBomb = unpacked > 1024 ** 2 && unpacked > entry.compressedSize * limits.ratio;
      if (isBomb || counted.unpacked > limits.unpackedBytes) throw new RuleError("importZipTooLarge");
      yield chunk;
    }
  } catch (error) {
    throw clear(error);
  } finally {
    stream?.destroy();
  }
}

function entryName(entry: Entry): string {
  const raw: unknown = entry.fileNameRaw;
  return (Buffer.isBuffer(raw) ? raw.toString("utf8") : String(entry.fileName)).replaceAll("\\", "/");
}

/** Folders, and what archivers leave: `__MACOSX/`, `.DS_Store`, `._name`. */
function isJunk(name: string): boolean {
  const parts = name.split("/");
  return name.endsWith("/") || parts.includes("__MACOSX") || (parts.at(-1) ?? "").startsWith(".");
}

function clear(error: unknown): unknown {
  return error instanceof RuleError ? error : new RuleError("importZipBroken");
}
