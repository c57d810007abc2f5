import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, renameSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileTypeFromFile } from "file-type";
import type { Sharp } from "sharp";
import { config } from "~/config.server";
import type { UploadedFile } from "~/http/upload.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { type FileKind, fileLimits, findFileType, properFileName } from "./model";

/** Bytes already in their place on disk, waiting for their row. */
export interface StoredFile {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  sha256: string;
  bytes: number;
}

export const filesFolder = (): string => join(config().dataDir, "files");
export const filePath = (id: string): string => join(filesFolder(), id);

/**
 * Checks an uploaded file and puts its bytes in their place: type told by the bytes, images written
 * afresh without metadata (no place, no device). Without its row the file is swept after a day.
 * Throws RuleError `fileTooLarge`, `fileType`, `fileHeic`, `fileImage` with the file's name.
 */
export async function storeFile(uploaded: UploadedFile): Promise<StoredFile> {
  const { name } = uploaded;
  if (uploaded.isTooLarge) throw new RuleError("fileTooLarge", { name, megabytes: fileLimits.fileBytes / 1_000_000 }, "files");
  const found = await fileTypeFromFile(uploaded.path);
  const mediaType = found?.mime ?? "";
  const type = findFileType(mediaType);
  if (!type) throw new RuleError(/^image\/hei[cf]/.test(mediaType) ? "fileHeic" : "fileType", { name }, "files");
  const id = newId();
  const ready = type.kind === "image" ? await rewriteImage(uploaded, mediaType) : uploaded.path;
  const { size } = await stat(ready);
  const sha256 = await hashOf(ready);
  moveToPlace(ready, filePath(id));
  return { id, kind: type.kind, name: properFileName(name, type.extension), mediaType, sha256, bytes: size };
}

/** The image decoded and written afresh, upright, at most 2560 px: what a camera adds stays behind. */
async function rewriteImage(uploaded: UploadedFile, mediaType: string): Promise<string> {
  const path = `${uploaded.path}-image`;
  const { side, pixels } = fileLimits;
  // Its library takes memory and time to load: at the first image, not at the start.
  const { default: sharp } = await import("sharp");
  const image = sharp(uploaded.path, { limitInputPixels: pixels, failOn: "error" })
    .rotate()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: 20 });
  try {
    await toFormat(image, mediaType).toFile(path);
    return path;
  } catch {
    throw new RuleError("fileImage", { name: uploaded.name }, "files");
  }
}

function toFormat(image: Sharp, mediaType: string): Sharp {
  if (mediaType === "image/png") return image.png();
  if (mediaType === "image/webp") return image.webp({ quality: 82 });
  return image.jpeg({ quality: 82, mozjpeg: true });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** On disk for good before anything speaks of it: the file, its name, then the folder. */
function moveToPlace(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  syncToDisk(from);
  renameSync(from, to);
  syncToDisk(dirname(to));
}

function syncToDisk(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
