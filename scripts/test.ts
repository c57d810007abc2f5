// `npm test`: every check, and one plain line at the end: `N passed, N failed`.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { findChromium } from "./chromium";

interface Count {
  passed: number;
  failed: number;
}

const bin = (name: string) => `node_modules/.bin/${name}`;

function check(title: string, command: string, words: string[]): Count {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, words, { stdio: "inherit", env: process.env });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Checks that each take one core, side by side: what one of them says is printed once it has ended. */
async function lane(checks: [string, string, string[]][]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const [title, command, words] of checks) {
    const child = spawn(command, words, { env: process.env, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    const status = await new Promise((resolve) => child.on("close", resolve).on("error", resolve));
    console.log(`\n== ${title}\n${Buffer.concat(said)}`);
    counts.push(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return counts;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });

interface Suite {
  command: [string, string[]];
  /** Where it leaves its JSON report, and how that is counted. */
  report: string;
  read: (text: string) => Count;
}

function suite(title: string, { command, report, read }: Suite): Count {
  rmSync(report, { force: true });
  const { failed } = check(title, ...command);
  try {
    const count = read(readFileSync(report, "utf8"));
    return failed > 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync("test-results", { recursive: true });
const browser = findChromium();
if (browser) process.env.CHROMIUM_PATH = browser;
const lanes = await Promise.all([
  lane([["types", bin("tsc"), ["-p", "."]]]),
  lane([
    ["lint", bin("biome"), ["check", "."]],
    ["sizes", bin("oxlint"), []],
    ["import rules", bin("depcruise"), ["app", "--config", ".dependency-cruiser.cjs"]],
    ["build", bin("tsx"), ["scripts/build.ts"]],
  ]),
]);
const counts = [
  ...lanes.flat(),
  suite("unit", {
    command: [bin("vitest"), ["run", "--reporter=default", "--reporter=json", "--outputFile.json=test-results/unit.json"]],
    report: "test-results/unit.json",
    read(text) {
      const { numPassedTests, numFailedTests } = vitestReport.parse(JSON.parse(text));
      return { passed: numPassedTests, failed: numFailedTests };
    },
  }),
  suite("end to end", {
    command: [bin("playwright"), ["test"]],
    report: "test-results/e2e.json",
    read(text) {
      const { stats } = playwrightReport.parse(JSON.parse(text));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  }),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
