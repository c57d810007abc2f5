import { mkdirSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { incomingFolder } from "~/http/upload.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { type StoredFile, storeFile } from "./storage.server";

export type StoredDrawing = StoredFile;

/** A drawn name is a few kilobytes; nothing larger is looked at. */
const mostBytes = 200_000;
const prefix = "data:image/png;base64,";

/**
 * Keeps what a finger drew (a PNG data address) as a file of its own, decoded and written afresh, at
 * most 800 × 300 px. Throws RuleError `signatureEmpty` for nothing drawn, `signatureBroken` for
 * anything that is no such picture.
 */
export async function storeDrawing(drawn: string): Promise<StoredDrawing> {
  if (drawn === "") throw new RuleError("signatureEmpty");
  if (!drawn.startsWith(prefix) || drawn.length > mostBytes * 1.4) throw new RuleError("signatureBroken");
  const png = await rewrite(Buffer.from(drawn.slice(prefix.length), "base64"));
  mkdirSync(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), newId());
  await writeFile(path, png);
  try {
    return await storeFile({ field: "image", name: "signature.png", path, bytes: png.length, isTooLarge: false });
  } finally {
    rmSync(path, { force: true });
  }
}

/** Black on white, and something on it. */
async function rewrite(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes, { limitInputPixels: 4_000_000, failOn: "error" });
  const format = await image.metadata().then(
    (found) => found.format,
    () => undefined,
  );
  if (format !== "png") throw new RuleError("signatureBroken");
  const flat = await image
    .flatten({ background: "#ffffff" })
    .greyscale()
    .resize({ width: 800, height: 300, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(() => {
      throw new RuleError("signatureBroken");
    });
  const { channels } = await sharp(flat).stats();
  if ((channels[0]?.min ?? 255) > 200) throw new RuleError("signatureEmpty");
  return flat;
}
