import { config } from "~/config.server";
import { closeDatabase } from "~/db/client.server";
import { seedDemo } from "~/demo/seed.server";
import { applyDemoSettings } from "~/demo/settings";

// `npm run demo:seed`: fills the demonstration's file without serving it.
applyDemoSettings();
await seedDemo();
closeDatabase();
console.log(`Démonstration prête : ${config().databasePath}`);
