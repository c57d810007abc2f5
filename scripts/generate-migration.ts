// `npm run db:generate -- --name change`: drizzle-kit, then every new table made STRICT (design 3.2).
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "drizzle";
execFileSync("node_modules/.bin/drizzle-kit", ["generate", ...process.argv.slice(2)], { stdio: "inherit" });
for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
  const path = `${folder}/${name}`;
  const sql = readFileSync(path, "utf8");
  const strict = sql.replace(/^\);$/gm, ") STRICT;").replace(/^\);(?=-->)/gm, ") STRICT;");
  if (strict !== sql) writeFileSync(path, strict);
}
