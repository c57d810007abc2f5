import type { ServerResponse } from "node:http";
import { setImmediate, setTimeout } from "node:timers/promises";

let asked = 0;

/** Counts a request from its arrival until its answer has left, or its reader has. */
export function noteRequest(response: ServerResponse): void {
  asked += 1;
  response.once("close", () => {
    asked -= 1;
  });
}

/** How much longer than its last piece of work a job waits while people ask for pages: they keep three quarters of the processor. */
const share = 3;
const longestMs = 500;

/** Lets people go first: comes back at once when nobody is asking, else after a pause that grows with what the work just took (milliseconds). */
export async function giveWay(tookMs: number): Promise<void> {
  if (asked === 0) await setImmediate();
  else await setTimeout(Math.min(share * tookMs, longestMs));
}
