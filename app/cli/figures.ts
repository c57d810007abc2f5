import { closeDatabase, sqlite } from "~/db/client.server";
import { checkFigures, rebuildFigures } from "~/features/figures/rebuild.server";

// `npm run figures -- --check` proves that the summaries equal the facts; without it, they are computed anew.
if (process.argv.includes("--check")) {
  const differences = checkFigures(sqlite());
  for (const one of differences.slice(0, 100)) console.log(`${one.table} ${one.side} ${JSON.stringify(one.row)}`);
  console.log(differences.length === 0 ? "Les chiffres sont égaux aux faits." : `${differences.length} différences.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} else {
  rebuildFigures(sqlite());
  console.log("Les chiffres sont recalculés.");
}
closeDatabase();
