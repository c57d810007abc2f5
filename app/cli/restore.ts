import { config } from "~/config.server";
import { restore } from "~/db/backup.server";
import { now } from "~/lib/clock";

// `npm run restore -- FICHIER`: a copy put in the place of the base, the server being stopped.
try {
  const from = process.argv[2];
  if (!from) throw new Error("Indiquez la copie : npm run restore -- data/backups/….sqlite");
  const { databasePath, dataDir } = config();
  const { kept, hasFiles } = restore(from, { database: databasePath, dataDir }, now());
  console.log(`La base est restaurée : ${databasePath}`);
  console.log(hasFiles ? "Les fichiers le sont aussi." : "Cette copie n'a pas de fichiers : ceux en place restent.");
  if (kept) console.log(`La base remplacée est gardée : ${kept}`);
  console.log("Avant de démarrer : npm run migrate, si Balise est plus récent que la copie.");
} catch (error) {
  console.error(`Rien n'est restauré. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
