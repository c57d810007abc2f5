import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

// A Remix application with one route, built as the product is.
export default defineConfig({
  plugins: [
    remix({
      appDirectory: "scripts/bench/bare-remix/app",
      buildDirectory: "build/bench/bare-remix",
      serverBuildFile: "index.js",
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_singleFetch: false,
        v3_throwAbortReason: true,
      },
    }),
  ],
  ssr: { noExternal: true, external: ["better-sqlite3"] },
  build: { target: "es2022" },
});
