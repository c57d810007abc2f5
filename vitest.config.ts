import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    pool: "forks",
    // The files of one process share their modules: loading them anew for each took most of the time.
    isolate: false,
    globalSetup: ["app/testing/template-database.ts"],
    setupFiles: ["app/testing/setup.ts"],
    testTimeout: 90_000,
  },
});
