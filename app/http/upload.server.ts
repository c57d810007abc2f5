import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { config } from "~/config.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";

/** A file as it arrived: bytes in a temporary file, nothing about it believed yet. */
export interface UploadedFile {
  field: string;
  /** As the person's device calls it. */
  name: string;
  path: string;
  bytes: number;
  /** It was longer than the limit: what is on disk is cut short. */
  isTooLarge: boolean;
}

export interface Upload {
  fields: FormData;
  files: UploadedFile[];
  /** Removes the temporary files that nobody took; call it whatever happens. */
  discard(): void;
}

interface UploadLimits {
  /** Bytes of one file. */
  fileBytes: number;
  files: number;
}

/** Where uploads wait before they are checked: the same disk as the files, so that a rename is enough. */
export const incomingFolder = (): string => join(config().dataDir, "incoming");

/** A multipart form streamed to disk, never held in memory. Throws RuleError `uploadTooLarge`, `uploadBroken`. */
export async function readUpload(request: Request, limits: UploadLimits): Promise<Upload> {
  mkdirSync(incomingFolder(), { recursive: true });
  const files: UploadedFile[] = [];
  const discard = () => {
    for (const file of files) rmSync(file.path, { force: true });
  };
  const upload = { fields: new FormData(), files, discard };
  const writes: Promise<void>[] = [];
  try {
    const parser = makeParser(request, limits);
    parser.on("field", (name, value) => upload.fields.append(name, value));
    parser.on("file", (field, stream, { filename }) => {
      if (!filename) return stream.resume();
      const file = { field, name: filename, path: join(incomingFolder(), newId()), bytes: 0, isTooLarge: false };
      files.push(file);
      writes.push(receive(stream, file));
    });
    await pipeline(Readable.from(chunksOf(request, limits)), parser);
    await Promise.all(writes);
    return upload;
  } catch (error) {
    await Promise.allSettled(writes);
    upload.discard();
    throw error instanceof RuleError ? error : new RuleError("uploadBroken");
  }
}

function makeParser(request: Request, limits: UploadLimits): busboy.Busboy {
  return busboy({
    headers: { "content-type": request.headers.get("Content-Type") ?? "" },
    defParamCharset: "utf8",
    limits: { fileSize: limits.fileBytes, files: limits.files, fields: 500, fieldSize: 1_000_000 },
  });
}

async function receive(stream: Readable, file: UploadedFile): Promise<void> {
  stream.on("limit", () => {
    file.isTooLarge = true;
  });
  stream.on("data", (chunk: Buffer) => {
    file.bytes += chunk.length;
  });
  await pipeline(stream, createWriteStream(file.path, { flags: "wx", mode: 0o600 }));
}

/** The body as it comes; a body that passes every limit together is cut off rather than read to its end. */
async function* chunksOf(request: Request, limits: UploadLimits): AsyncGenerator<Uint8Array> {
  const most = limits.fileBytes * limits.files + 2_000_000;
  const reader = request.body?.getReader();
  let total = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    total += value.length;
    if (total > most) throw new RuleError("uploadTooLarge");
    yield value;
  }
}
