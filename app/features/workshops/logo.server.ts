import { existsSync } from "node:fs";
import sharp from "sharp";
import { fileOf } from "~/features/files/place.queries.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";

/** The office's logo for a document; undefined where it has none. */
export async function readLogo(office: { name: string; logoFileId: string | null } | undefined): Promise<PdfImage | undefined> {
  if (!office?.logoFileId) return undefined;
  const path = fileOf(office.logoFileId);
  if (!existsSync(path)) return undefined;
  return { png: await sharp(path).resize({ width: 720, height: 240, fit: "inside" }).png().toBuffer(), alt: office.name };
}
