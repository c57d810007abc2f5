import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { newId } from "~/lib/ids";
import { putCollections, readShippedCollections } from "./collections.commands.server";
import { parseSheet, type ShippedSheet } from "./model";
import { indexResources, refreshResourceIndex } from "./search-index.commands.server";

/** Goes up when the same files would be read otherwise. */
const reading = 1;

/** What stands in the files of this edition, read by nobody yet. */
function editionOf(folders: readonly string[]): string {
  const hash = createHash("sha256").update(String(reading));
  for (const folder of folders)
    for (const name of readdirSync(folder).sort())
      if (name.endsWith(".md")) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** Every sheet of `content/sheets`, checked; throws on the first that is not right. */
export function readShippedSheets(folder: string): ShippedSheet[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => parseSheet(name, readFileSync(join(folder, name), "utf8")));
}

/** Brings the library's shipped sheets and collections in line with the files of this edition; does nothing when they are. */
export function syncShippedSheets(folder: string): void {
  const collectionsFolder = join(folder, "../collections");
  const edition = editionOf([folder, collectionsFolder]);
  const held = sqlite().prepare("SELECT value FROM installation WHERE key = 'sheets'").pluck().get();
  if (held !== edition) {
    const sheets = readShippedSheets(folder);
    const collections = readShippedCollections(collectionsFolder);
    const put = sqlite().transaction(() => {
      putSheets(sheets, edition);
      putCollections(collections);
    });
    put.immediate();
  }
  refreshResourceIndex();
}

function putSheets(sheets: readonly ShippedSheet[], edition: string): void {
  indexResources(sheets.map((sheet) => putSheet(sheet)));
  sqlite()
    .prepare("INSERT INTO installation (key, value) VALUES ('sheets', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    .run(edition);
}

/** Writes a sheet as its file says; returns its id. */
function putSheet(sheet: ShippedSheet): string {
  const { source, ...columns } = sheet;
  const row = { ...columns, kind: "sheet" as const, visibility: "network" as const, url: source ?? null };
  const shipped = and(eq(resources.slug, sheet.slug), isNull(resources.ownerId));
  const found = db().select({ id: resources.id }).from(resources).where(shipped).get();
  if (found) {
    db().update(resources).set(row).where(eq(resources.id, found.id)).run();
    return found.id;
  }
  const id = newId();
  db()
    .insert(resources)
    .values({ id, ...row, createdAt: Date.parse(sheet.reviewedOn) })
    .run();
  return id;
}
