import { readUpload } from "~/http/upload.server";
import { RuleError } from "~/lib/errors";
import { type FileKind, fileLimits } from "./model";
import { type StoredFile, storeFile } from "./storage.server";

/**
 * The one file of a posted form, checked and in its place. Throws RuleError `noFile` for an empty form, `fileNotImage`
 * or `fileNotDocument` for the other kind, and what storing a file throws.
 */
export async function receiveOneFile(request: Request, kind: FileKind): Promise<StoredFile> {
  const upload = await readUpload(request, { ...fileLimits, files: 1 });
  try {
    const [uploaded] = upload.files;
    if (!uploaded) throw new RuleError(kind === "image" ? "noImage" : "noFile", {}, "files");
    const file = await storeFile(uploaded);
    const refused = kind === "image" ? "fileNotImage" : "fileNotDocument";
    if (file.kind !== kind) throw new RuleError(refused, { name: uploaded.name }, "files");
    return file;
  } finally {
    upload.discard();
  }
}
