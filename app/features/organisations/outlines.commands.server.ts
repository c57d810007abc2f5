import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { communeOutlines } from "~/db/schema/organisations.server";
import { readUpload } from "~/http/upload.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { readOutlines } from "~/lib/outlines";
import type { OwnOffice } from "./settings.commands.server";
import { listCoveredCommunes } from "./settings.queries.server";

const limits = { fileBytes: 30_000_000, files: 1 };

/**
 * Takes the outlines of the communes that the office covers from an uploaded GeoJSON file; the others of the
 * file are left. Answers how many. Throws RuleError `noFile`, `fileTooLarge`, `outlinesElsewhere` when none is
 * covered, and those of reading the file.
 */
export async function uploadOutlines(actor: Actor, office: OwnOffice, request: Request): Promise<{ count: number }> {
  const upload = await readUpload(request, limits);
  try {
    const [file] = upload.files;
    if (!file) throw new RuleError("noFile", {}, "file");
    if (file.isTooLarge) throw new RuleError("fileTooLarge", { name: file.name, megabytes: limits.fileBytes / 1e6 }, "file");
    return replaceOutlines(actor, office, readFileSync(file.path, "utf8"));
  } finally {
    upload.discard();
  }
}

function replaceOutlines(actor: Actor, office: OwnOffice, text: string): { count: number } {
  const covered = new Set(listCoveredCommunes(office.id).map((one) => one.inseeCode));
  const outlines = readOutlines(text).filter((one) => covered.has(one.inseeCode));
  if (outlines.length === 0) throw new RuleError("outlinesElsewhere", {}, "file");
  const input = { communes: outlines.map((one) => one.inseeCode) };
  return run(actor, { name: "organisation.loadOutlines", id: newId(), input, ownerId: office.id }, () => {
    db().delete(communeOutlines).where(eq(communeOutlines.organisationId, office.id)).run();
    for (const { inseeCode, geometry } of outlines) {
      db().insert(communeOutlines).values({ organisationId: office.id, inseeCode, geometry }).onConflictDoNothing().run();
    }
    return { count: outlines.length };
  });
}
