import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { keptOut } from "./scripts/bundle/one-file";
import { routesOnDemand } from "./scripts/bundle/routes-on-demand";
import { workKept } from "./scripts/bundle/work-kept";

const root = new URL(".", import.meta.url).pathname.replace(/\/$/, "");

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
  plugins: [tailwindcss(), remix(remixConfig), ...(isSsrBuild ? [workKept(), routesOnDemand(root)] : [])],
  resolve: { alias: { "~": `${root}/app` } },
  // Packages that carry a form for development and one for production leave the first out of the server.
  define: isSsrBuild && command === "build" ? { "process.env.NODE_ENV": JSON.stringify("production") } : {},
  ssr: command === "build" ? { noExternal: true, external: keptOut } : {},
  build: {
    target: "es2022",
    rollupOptions: isSsrBuild ? { output: { hoistTransitiveImports: false } } : { output: { manualChunks: sharedChunk } },
  },
}));
