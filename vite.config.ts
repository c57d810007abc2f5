import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

// Packages with native code stay in node_modules; everything else is bundled, so that a
// production install holds only these (docs/decisions/002-bundled-server.md).
const native = ["@node-rs/argon2", "better-sqlite3", "sharp"];

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  ssr: command === "build" ? { noExternal: true, external: native } : {},
  build: { target: "es2022" },
}));
