// Reads the server from its one file, with what V8 made of it when it was built. Another version of Node makes it anew.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const file = fileURLToPath(new URL("server.cjs", import.meta.url));
// V8 refuses what it made under other settings of its memory.
const isBounded = [...process.execArgv, process.env.NODE_OPTIONS ?? ""].some((words) => words.includes("--max-old-space-size"));
const compiled = fileURLToPath(new URL(isBounded ? "server.bounded.compiled" : "server.compiled", import.meta.url));
const isBeingKept = process.argv.includes("--keep-compiled");

const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`, {
  filename: file,
  cachedData: isBeingKept ? undefined : kept(),
});
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
if (isBeingKept) writeFileSync(compiled, script.createCachedData());

function kept() {
  try {
    return readFileSync(compiled);
  } catch {
    return undefined;
  }
}

/** Whether this start read what the build kept. */
export const isReadCompiled = script.cachedDataRejected === false;
export const { assets, assetsBuildDirectory, basename, entry, future, isSpaMode, mode, publicPath, routes } = module.exports;
