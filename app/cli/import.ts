import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { config } from "~/config.server";
import { closeDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { rebuildFigures } from "~/features/figures/rebuild.server";
import { findListingMapping, getOfficeBySlug, importRead } from "~/features/imports/command-line.commands.server";
import { readBatches } from "~/features/imports/read-file.server";
import { errorText } from "~/http/form.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";

// `npm run import -- FILE --office SLUG [--dry-run] [--json]`: the importer without a browser.
const t = translator("fr");
if (!process.env.DATABASE_PATH && !existsSync("data/balise.sqlite") && existsSync("data/demo.sqlite")) {
  process.env.DATABASE_PATH = "data/demo.sqlite";
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 2;
} finally {
  closeDatabase();
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [path] = positionals;
  const slug = values.office;
  if (!path || !slug) throw new RuleError("usage");
  await bringUpToDate();
  const office = getOfficeBySlug(slug);
  const isDryRun = values["dry-run"] === true;
  const file = resolve(process.env.INIT_CWD ?? "", path);
  const batches = readBatches(existsSync(path) ? path : file, { mappingFor: (titles) => findListingMapping(office.id, titles) });
  const asked = { officeId: office.id, fileName: basename(path), isDryRun, hasRecords: values.json === true };
  const document = await importRead(asked, batches);
  if (values.json) process.stdout.write(`${JSON.stringify(document)}\n`);
  else console.log(t("imports:cli.summary", document.summary));
  console.error(t(isDryRun ? "imports:cli.dryRun" : "imports:cli.done"));
  console.error(t("imports:cli.database", { path: config().databasePath }));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { office: { type: "string" }, "dry-run": { type: "boolean" }, json: { type: "boolean" } },
    });
  } catch {
    throw new RuleError("usage");
  }
}

/** The file's schema is this version's; a copy is kept when it has to change. */
async function bringUpToDate(): Promise<void> {
  const known: { entries: unknown[] } = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8"));
  const hasTable = sqlite().prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  const done = hasTable ? sqlite().prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get() : 0;
  const isBehind = done !== known.entries.length;
  const geography = resolve("build/geo.sqlite");
  const backup = isBehind ? { backupTo: resolve(config().dataDir, "backups") } : {};
  await migrate(sqlite(), { folder: resolve("drizzle"), geography, derive: rebuildFigures, ...backup });
}

function explain(error: unknown): string {
  if (!(error instanceof RuleError)) return error instanceof Error ? error.message : String(error);
  if (error.key === "usage") return t("imports:cli.usage");
  if (error.key === "unknownOffice") return t("imports:cli.unknownOffice", error.values);
  return errorText("fr", error.key, error.values);
}
