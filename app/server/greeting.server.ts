import { createHash, randomInt } from "node:crypto";
import type Database from "better-sqlite3";
import type { Config } from "~/config.server";

/** What the person who starts it reads: the address and, on an empty installation, the one-time code of the first page. */
export function greet(connection: Database.Database, settings: Config): void {
  console.log(`Balise : ${settings.appUrl}`);
  const isEmpty = connection.prepare("SELECT 1 FROM organisations LIMIT 1").get() === undefined;
  if (!isEmpty) return;
  const code = Array.from({ length: 12 }, () => randomInt(10)).join("");
  const hash = createHash("sha256").update(code).digest("hex");
  connection
    .prepare(
      "INSERT INTO installation (key, value) VALUES ('setup_code', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .run(hash);
  console.log(`Première installation : ouvrez ${settings.appUrl}/setup avec le code ${code.replace(/(\d{4})(?=\d)/g, "$1-")}`);
}
