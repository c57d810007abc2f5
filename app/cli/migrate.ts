import { resolve } from "node:path";
import { config } from "~/config.server";
import { closeDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { rebuildFigures } from "~/features/figures/rebuild.server";

// `npm run migrate`: the file brought to the newest schema, after a copy in DATA_DIR/backups.
await migrate(sqlite(), {
  folder: resolve("drizzle"),
  backupTo: resolve(config().dataDir, "backups"),
  geography: resolve("build/geo.sqlite"),
  derive: rebuildFigures,
});
closeDatabase();
console.log("La base est à jour.");
