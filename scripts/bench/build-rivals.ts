import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { bundleAsShipped } from "./bundle";

/** Builds what the product is compared with, the load generator, and the product's own queries as it ships them, under build/bench. */
export async function buildRivals(): Promise<void> {
  mkdirSync("build/bench", { recursive: true });
  const words = ["vite:build", "--config", "scripts/bench/bare-remix/vite.config.ts", "--logLevel", "warn"];
  execFileSync("node_modules/.bin/remix", words, { stdio: "inherit" });
  const starter =
    'process.env.NODE_ENV = "production";\nconst build = await import("./server/index.js");\nbuild.entry.module.start(build);\n';
  writeFileSync("build/bench/bare-remix/start.js", starter);
  await build({
    entryPoints: ["scripts/bench/floor-server.ts", "scripts/bench/load.ts"],
    outdir: "build/bench",
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["better-sqlite3", "autocannon"],
    logLevel: "warning",
  });
  await bundleAsShipped(["scripts/bench/sql-run.ts"], "build/bench");
}
