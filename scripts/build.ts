// `npm run build`: official communes, the Remix build, the command-line tools.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { build } from "esbuild";
import { buildGeography } from "./build-geography";
import { compressFiles } from "./bundle/compressed";
import { kindsKeptInTools } from "./bundle/kinds-kept";
import { intoOneFile, keptOut } from "./bundle/one-file";

const root = new URL("..", import.meta.url).pathname;

execFileSync("node_modules/.bin/remix", ["vite:build"], { stdio: "inherit", cwd: root });
await intoOneFile("build/server");
compressFiles("build/client");
buildGeography("build/geo.sqlite");
await build({
  entryPoints: readdirSync("app/cli")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `app/cli/${name}`),
  outdir: "build/cli",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  splitting: true,
  jsx: "automatic",
  alias: { "~": `${root}app` },
  external: [...keptOut, "../server/index.js"],
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  plugins: [kindsKeptInTools],
  logLevel: "warning",
});
