import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { giveWay, noteRequest } from "./give-way.server";

/** Which comes first after work of 150 ms: the work's next piece, or a page that takes 400 ms. */
const first = () => Promise.race([giveWay(150).then(() => "work"), setTimeout(400, "page")]);

test("work goes on at once when nobody asks, and waits for who does, until their answer has left", async () => {
  expect(await first()).toBe("work");
  const response = new EventEmitter() as ServerResponse;
  noteRequest(response);
  expect(await first()).toBe("page");
  response.emit("close");
  expect(await first()).toBe("work");
});
