import { resolve } from "node:path";
import { config } from "~/config.server";
import { closeDatabase } from "~/db/client.server";
import { demoAccounts, demoPassword } from "~/demo/accounts";
import { seedDemo } from "~/demo/seed.server";
import { applyDemoSettings } from "~/demo/settings";

// `npm run demo`: makes the demonstration's file if it is not there, then serves it on loopback.
applyDemoSettings();
await seedDemo();
closeDatabase();
const server = await import(resolve("build/server/index.js"));
await server.entry.module.start({ build: server });
console.log(`\nComptes (mot de passe : ${demoPassword})`);
for (const account of demoAccounts) console.log(`  ${account.email.padEnd(28)} ${account.about}`);
console.log(`\nOuvrez ${config().appUrl}`);
