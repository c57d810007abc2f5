import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { giveWay, noteRequest } from "./give-way.server";

async function waited(tookMs: number): Promise<number> {
  const started = performance.now();
  await giveWay(tookMs);
  return performance.now() - started;
}

test("work goes on at once when nobody asks, and waits for who does, until their answer has left", async () => {
  const response = new EventEmitter() as ServerResponse;
  noteRequest(response);
  expect(await waited(40)).toBeGreaterThanOrEqual(115);
  response.emit("close");
  expect(await waited(40)).toBeLessThan(115);
});
