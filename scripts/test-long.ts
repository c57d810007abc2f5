// `npm run test:long`: the heavy suites in full, where `npm test` runs a sample.
import { spawnSync } from "node:child_process";

const full = { FIGURES_OPERATIONS: "100000", WAITING_LIST_RUNS: "400" };
const suites = ["app/features/figures/history.test.ts", "app/features/workshops/waiting-list.test.ts"];
const { status } = spawnSync("node_modules/.bin/vitest", ["run", ...suites], {
  stdio: "inherit",
  env: { ...full, ...process.env },
});
const walk = spawnSync("node_modules/.bin/playwright", ["test", "e2e/accessibility.spec.ts", "e2e/workshops.spec.ts"], {
  stdio: "inherit",
  env: { ...process.env, TEST_LONG: "1", RUSH: "500" },
});
process.exitCode = (status ?? 1) || (walk.status ?? 1);
