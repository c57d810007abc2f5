// `npm run test:long`: the heavy suites in full, where `npm test` runs a sample.
import { spawnSync } from "node:child_process";

const full = { FIGURES_RUNS: "400" };
const suites = ["app/features/figures/history.test.ts"];
const { status } = spawnSync("node_modules/.bin/vitest", ["run", ...suites], {
  stdio: "inherit",
  env: { ...full, ...process.env },
});
process.exitCode = status ?? 1;
