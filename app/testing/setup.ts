import { afterAll, afterEach, expect, vi } from "vitest";
import { forgetConfig } from "~/config.server";

process.env.NODE_ENV = "test";
forgetConfig();
const environment = { ...process.env };
const complaints = vi.spyOn(console, "error");

// A console.error is a bug that nobody looked at: it fails the test.
afterEach(() => {
  const calls = complaints.mock.calls;
  complaints.mockClear();
  expect(calls).toEqual([]);
});

// Test files share their modules (vitest.config.ts): the next one finds the environment as this one did.
afterAll(() => {
  process.env = { ...environment };
});
