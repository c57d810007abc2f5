import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { e2e } from "./settings";

// A fresh file, the production build, loopback only.
mkdirSync("build/test", { recursive: true });
for (const end of ["", "-wal", "-shm"]) rmSync(`${e2e.database}${end}`, { force: true });
rmSync(e2e.data, { recursive: true, force: true });
Object.assign(process.env, {
  NODE_ENV: "production",
  PORT: String(e2e.port),
  APP_URL: e2e.url,
  DATABASE_PATH: resolve(e2e.database),
  DATA_DIR: resolve(e2e.data),
  VISITORS_PER_HOUR: "100000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
});
const build = await import(resolve("build/server/index.js"));
await build.entry.module.start({ build });
