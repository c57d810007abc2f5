import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";

export interface ZipEntry {
  /** Path inside the archive, with `/`. */
  name: string;
  body: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** For what is compressed already (images, PDF): kept as it is. */
  isStored?: boolean;
}

/**
 * An archive made while it is read: one entry after the other, nothing kept but the chunk at hand.
 * It goes no faster than its reader; whoever stops reading stops the entries (their `finally` runs).
 * Entries are under 4 GB each. Compression runs outside the main thread.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const entry of entries) {
    const file: ZipInputFile & { crc: number; size: number } = {
      filename: entry.name,
      size: 0,
      crc: 0,
      compression: entry.isStored ? 0 : 8,
      mtime: new Date(),
    };
    zip.add(file);
    const counted = Readable.from(count(entry.body, file), { objectMode: true, highWaterMark: 2 });
    const packed = entry.isStored ? counted : counted.pipe(createDeflateRaw({ level: 5 }));
    counted.on("error", (error) => packed.destroy(error));
    try {
      for await (const chunk of packed) {
        file.ondata?.(null, chunk, false);
        yield* ready.splice(0);
      }
    } finally {
      counted.destroy();
    }
    file.ondata?.(null, new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}

async function* count(body: ZipEntry["body"], file: { crc: number; size: number }) {
  for await (const part of body) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    file.crc = crc32(bytes, file.crc);
    file.size += bytes.length;
    yield bytes;
  }
}
