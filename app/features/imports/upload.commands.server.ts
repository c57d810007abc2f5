import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { readUpload } from "~/http/upload.server";
import { RuleError } from "~/lib/errors";
import { isId, newId } from "~/lib/ids";
import { startImport } from "./commands.server";
import { dropImportFile, keepImportFile } from "./file-store.server";

const limits = { fileBytes: 100_000_000, files: 1 };

/** Takes a posted file in and asks for its reading; throws RuleError on `file` for none, one too large, or while busy. */
export async function uploadImport(
  actor: Actor,
  office: Authorized<{ id: string }, "provider.import">,
  request: Request,
): Promise<{ id: string }> {
  const upload = await readUpload(request, limits);
  try {
    const [file] = upload.files;
    if (!file || file.bytes === 0) throw new RuleError("required", {}, "file");
    if (file.isTooLarge) throw new RuleError("importTooLarge", {}, "file");
    const asked = String(upload.fields.get("id") ?? "");
    const id = isId(asked) ? asked : newId();
    keepImportFile(id, file.path);
    return start(actor, office, { id, fileName: file.name.slice(0, 200) });
  } finally {
    upload.discard();
  }
}

function start(actor: Actor, office: Authorized<{ id: string }, "provider.import">, input: { id: string; fileName: string }) {
  try {
    return startImport(actor, office, input);
  } catch (error) {
    dropImportFile(input.id);
    throw error instanceof RuleError ? new RuleError(error.key, error.values, "file") : error;
  }
}
