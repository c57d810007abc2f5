// Reads the server from its one file, with what V8 made of it when it was built. Another version of Node makes it anew.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const file = fileURLToPath(new URL("server.cjs", import.meta.url));
const compiled = fileURLToPath(new URL("server.compiled", import.meta.url));
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

export const { assets, assetsBuildDirectory, basename, entry, future, isSpaMode, mode, publicPath, routes } = module.exports;
