import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { workKept } from "./scripts/work-kept";

// Packages with native code, and one that reads files of its own, stay in node_modules; everything else is bundled, so that a
// production install holds only these (docs/decisions/002-bundled-server.md).
const native = ["@node-rs/argon2", "better-sqlite3", "pdfkit", "sharp", "undici"];

/** What most pages share travels in one file: fewer requests, and a shorter list of routes. */
function sharedChunk(id: string): string | undefined {
  // The frame alone: what one page needs (a calendar, a phone's format) travels with that page.
  if (id.includes("/node_modules/"))
    return /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[^/]+)\//.test(id)
      ? "vendor"
      : undefined;
  return /\/app\/(ui|i18n|lib)\/|\/app\/paths\.ts/.test(id) && !id.includes("?") ? "shared" : undefined;
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), ...(isSsrBuild ? [workKept()] : [])],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  ssr: command === "build" ? { noExternal: true, external: native } : {},
  build: { target: "es2022", rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedChunk } } },
}));
