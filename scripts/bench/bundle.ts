import { resolve } from "node:path";
import { build } from "esbuild";
import { kindsKeptInTools } from "../bundle/kinds-kept";
import { keptOut } from "../bundle/one-file";

/** Bundles scripts with what they use of the product, in the form in which its command-line tools ship. */
export async function bundleAsShipped(entryPoints: string[], outdir: string): Promise<void> {
  await build({
    entryPoints,
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    jsx: "automatic",
    alias: { "~": resolve("app") },
    external: keptOut,
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
    plugins: [kindsKeptInTools],
    logLevel: "warning",
  });
}
