import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    pool: "forks",
    globalSetup: ["app/testing/template-database.ts"],
    setupFiles: ["app/testing/setup.ts"],
    testTimeout: 90_000,
  },
});
