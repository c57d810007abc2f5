import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, type Plugin } from "esbuild";
import { startWords } from "../start-words";

/** What stays in node_modules: native code, and packages that read files of their own (docs/decisions/002-bundled-server.md). */
export const keptOut = ["@node-rs/argon2", "better-sqlite3", "pdfkit", "sharp", "undici"];

/** A route that is read late is read at once when asked for: all of them are in the one file. */
const readAtOnce: Plugin = {
  name: "read-at-once",
  setup({ onLoad }) {
    onLoad({ filter: /server-build-[^/]+\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace(
        /routeOnDemand\(\(\) => import\(("[^"]+")\)(?:\.then\(\(?\w+\)? => \w+(\.\w+)\))?\)/g,
        (_whole, file: string, name = "") => `routeOnDemand(() => require(${file})${name})`,
      );
      if (contents === text || contents.includes("routeOnDemand(() => import"))
        throw new Error(`${path}: a route would not be read at once`);
      return { contents, loader: "js" };
    });
  },
};

/**
 * Makes one file of the server that Vite built, without comments and with what each part needs read at its first use, and keeps
 * what V8 makes of it beside it: a start reads that instead (docs/decisions/speed-04-what-a-start-reads.md).
 */
export async function intoOneFile(folder: string): Promise<void> {
  await build({
    entryPoints: [`${folder}/index.js`],
    outfile: `${folder}/server.cjs`,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // A script of V8's own has no way to import: what stays in node_modules is required.
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
    minifySyntax: true,
    // Lines of a stack are still to be found, and the text takes one byte a sign in memory.
    lineLimit: 160,
    charset: "ascii",
    external: keptOut,
    define: { "import.meta.url": "hereUrl" },
    banner: { js: 'const hereUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [readAtOnce],
    ignoreAnnotations: true,
    logLevel: "warning",
  });
  writeInAscii(`${folder}/server.cjs`);
  rmSync(`${folder}/assets`, { recursive: true });
  copyFileSync("scripts/bundle/index.js", `${folder}/index.js`);
  // V8 takes what it made under the same settings alone: those of `npm start`, and none (the demonstration, the tests).
  for (const flags of [startWords().flags, []]) {
    execFileSync(process.execPath, [...flags, `${folder}/index.js`, "--keep-compiled"], {
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    });
  }
}

/** esbuild leaves accents and « in regular expressions as they are; read as one byte a sign they would be other letters. */
function writeInAscii(file: string): void {
  const text = readFileSync(file, "utf8");
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, text.replace(/[\u0080-\uffff]/g, escaped));
}
