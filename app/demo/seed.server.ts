import { resolve } from "node:path";
import { hashPassword } from "~/auth/password.server";
import { config } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { reviewGoals } from "~/features/dashboards/jobs.server";
import { syncShippedSheets } from "~/features/resources/shipped.commands.server";
import { setClock } from "~/lib/clock";
import { dayIn, mondayOf } from "~/lib/dates";
import { setIdSource } from "~/lib/ids";
import { refuseMixedDemo } from "~/server/demo-marker.server";
import { demoPassword } from "./accounts";
import { makeDemoFiles } from "./documents.server";
import { seedTerritory } from "./territory.server";

/** Fills an empty file with the demonstration's territory, up to DEMO_TODAY; one already filled is kept as the user left it. */
export async function seedDemo(): Promise<void> {
  const settings = config();
  refuseMixedDemo(sqlite(), settings);
  await migrate(sqlite(), { folder: resolve("drizzle"), geography: resolve("build/geo.sqlite") });
  syncShippedSheets(resolve("content/sheets"));
  if (sqlite().prepare("SELECT 1 FROM installation WHERE key = 'demo'").get()) return;
  const today = settings.demoToday ?? mondayOf(dayIn("Europe/Paris", Date.now()));
  const passwordHash = await hashPassword(demoPassword);
  const files = await makeDemoFiles();
  const fill = sqlite().transaction(() => {
    seedTerritory({ today, passwordHash, files });
    // What the night would have done: warnings follow the last sessions.
    setClock(() => Date.parse(`${today}T10:00:00Z`));
    reviewGoals();
    sqlite().prepare("INSERT INTO installation (key, value) VALUES ('demo', ?)").run(today);
  });
  try {
    fill.immediate();
  } finally {
    setClock(undefined);
    setIdSource(undefined);
  }
}
