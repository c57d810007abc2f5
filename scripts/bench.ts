// `npm run bench`: the product beside its floor and a bare Remix route, on generated files (docs/performance.md).
// --size small,region (the default) or nation; --all for the three; --seconds 4 and --rounds 300 of each measure;
// --no-browser leaves the first visits out. Needs `npm run build`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { dayIn } from "~/lib/dates";
import { buildRivals } from "./bench/build-rivals";
import { installSize, sizeOf } from "./bench/install-size";
import { printGrowth, printSize, printTable } from "./bench/report";
import { measureSize, type SizeReport } from "./bench/run-size";
import { isSizeName, type SizeName, sizes } from "./bench/sizes";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "small,region" },
    all: { type: "boolean", default: false },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "300" },
    "no-browser": { type: "boolean", default: false },
  },
});
const asked: SizeName[] = values.all ? ["small", "region", "nation"] : values.size.split(",").filter(isSizeName);
const options = {
  today: dayIn("Europe/Paris", Date.now()),
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  withBrowser: !values["no-browser"],
};

// The generated files outlive a build, which empties its folder.
mkdirSync("data/bench", { recursive: true });
if (!existsSync("build/server/index.js")) execFileSync("npm", ["run", "build"], { stdio: "inherit" });
await buildRivals();
const machine = { processor: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, loadBefore: loadavg() };
console.log(machine);
const install = installSize();
const built = sizeOf("build/server").bytes + sizeOf("build/client").bytes + sizeOf("build/cli").bytes;
printTable("production install", [
  ["what", "MB", "files"],
  ["node_modules", (install.bytes / 1e6).toFixed(1), String(install.files)],
  ["built server, pages and commands", (built / 1e6).toFixed(1), ""],
]);
const found: Partial<Record<SizeName, SizeReport>> = {};
for (const name of asked) {
  const report = await measureSize(sizes[name], options);
  found[name] = report;
  printSize(name, report);
}
if (found.region && found.nation) printGrowth(found.region, found.nation);
const path = `data/bench/report-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;
const report = {
  at: new Date().toISOString(),
  machine: { ...machine, loadAfter: loadavg() },
  options,
  install,
  built,
  sizes: found,
};
writeFileSync(path, JSON.stringify(report, null, 2));
console.log(`\n${path}; load ${machine.loadBefore[0]?.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`);
