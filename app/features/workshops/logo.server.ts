import { existsSync } from "node:fs";
import { findLogoPath } from "~/features/files/picture.queries.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";

/** The office's logo for a document; undefined where it has none. */
export async function readLogo(office: { id: string; name: string } | undefined): Promise<PdfImage | undefined> {
  const path = office && findLogoPath(office.id);
  if (!path || !existsSync(path)) return undefined;
  const { default: sharp } = await import("sharp");
  return { png: await sharp(path).resize({ width: 720, height: 240, fit: "inside" }).png().toBuffer(), alt: office.name };
}
