import { existsSync } from "node:fs";
import { config } from "~/config.server";
import { backUp } from "~/db/backup.server";
import { closeDatabase, sqlite } from "~/db/client.server";
import { now } from "~/lib/clock";

// `npm run backup`: the base and the files, copied while the server runs, the copy checked.
try {
  if (!existsSync(config().databasePath)) throw new Error(`Aucune base à cette adresse : ${config().databasePath}`);
  console.log(`Sauvegarde vérifiée : ${await backUp(sqlite(), config().dataDir, now())}`);
} catch (error) {
  console.error(`La sauvegarde a échoué. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  closeDatabase();
}
