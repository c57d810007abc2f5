import { existsSync, mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { buildGeography } from "../../scripts/build-geography";
import { migrate } from "../db/migrate.server";

export const templatePath = resolve("build/test/template.sqlite");

/** Migrates one file, once; every test file works on a copy of it. */
export default async function makeTemplate(): Promise<void> {
  mkdirSync("build/test", { recursive: true });
  if (!existsSync("build/geo.sqlite")) buildGeography("build/geo.sqlite");
  rmSync(templatePath, { force: true });
  const file = new Database(templatePath);
  file.pragma("synchronous = OFF");
  await migrate(file, { folder: resolve("drizzle"), geography: resolve("build/geo.sqlite") });
  file.close();
}
