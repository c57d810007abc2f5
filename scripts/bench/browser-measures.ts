import { type Browser, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { findChromium } from "../chromium";

const seen = z.object({ lcp: z.number(), blocked: z.number(), shift: z.number() });

export interface Visit {
  lcpMs: number;
  /** Total blocking time: what long tasks took beyond 50 ms each. */
  tbtMs: number;
  cls: number;
  requests: number;
  bytes: number;
  scriptBytes: number;
}

export interface FirstVisit {
  url: string;
  cookie?: { name: string; value: string };
}

/** First visits with a cold cache and the processor slowed four times, in turn; the median of each measure. */
export async function measureVisits(visits: Record<string, FirstVisit>, times: number): Promise<Record<string, Visit>> {
  const browser = await chromium.launch({ executablePath: findChromium() || undefined, args: ["--no-sandbox", "--disable-gpu"] });
  const found = new Map<string, Visit[]>();
  for (let nth = 0; nth < times; nth++) {
    for (const [name, visit] of Object.entries(visits))
      found.set(name, [...(found.get(name) ?? []), await visitOnce(browser, visit)]);
  }
  await browser.close();
  return Object.fromEntries([...found].map(([name, all]) => [name, medianOf(all)]));
}

async function visitOnce(browser: Browser, { url, cookie }: FirstVisit): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  if (cookie) await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  const wire = await countWire(page);
  await page.addInitScript({ content: watchPage });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`);
  // The last entries reach their observers a moment later.
  await page.waitForTimeout(500);
  const { lcp, blocked, shift } = seen.parse(await page.evaluate("window.seen"));
  await context.close();
  return { lcpMs: lcp, tbtMs: blocked, cls: shift, ...wire };
}

async function countWire(page: Page) {
  const wire = { requests: 0, bytes: 0, scriptBytes: 0 };
  const kinds = new Map<string, string>();
  const client = await page.context().newCDPSession(page);
  client.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    wire.requests += 1;
    wire.bytes += encodedDataLength;
    if (kinds.get(requestId) === "Script") wire.scriptBytes += encodedDataLength;
  });
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return wire;
}

/** Runs in the page, before anything of it; a text, since what compiles this file must not touch it. */
const watchPage = `
  window.seen = { lcp: 0, blocked: 0, shift: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { window.seen.lcp = entry.startTime; });
  watch("longtask", (entry) => { window.seen.blocked += Math.max(0, entry.duration - 50); });
  watch("layout-shift", (entry) => { window.seen.shift += entry.value; });`;

function medianOf(all: readonly Visit[]): Visit {
  const middle = (read: (visit: Visit) => number) => [...all].map(read).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    lcpMs: middle((one) => one.lcpMs),
    tbtMs: middle((one) => one.tbtMs),
    cls: middle((one) => one.cls),
    requests: middle((one) => one.requests),
    bytes: middle((one) => one.bytes),
    scriptBytes: middle((one) => one.scriptBytes),
  };
}
