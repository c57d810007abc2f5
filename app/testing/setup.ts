import { afterEach, expect, vi } from "vitest";

process.env.NODE_ENV = "test";
const complaints = vi.spyOn(console, "error");

// A console.error is a bug that nobody looked at: it fails the test.
afterEach(() => {
  const calls = complaints.mock.calls;
  complaints.mockClear();
  expect(calls).toEqual([]);
});
