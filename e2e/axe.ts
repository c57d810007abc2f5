import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

// The short form: the browser reads it anew on each page.
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Sight {
  width: number;
  dark: boolean;
}

/** The rules whose answer depends on width or palette; the others read the tree, which stays the same. */
const rulesOfSight = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "hidden-content"];

/** What axe finds on the page in each of these sights: all rules in the first, then what width and palette change. */
export async function findingsAt(page: Page, sights: readonly Sight[]): Promise<string[]> {
  const findings: string[] = [];
  for (const [turn, { width, dark }] of sights.entries()) {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await page.setViewportSize({ width, height: 900 });
    const found = await findingsOf(page, turn === 0 || process.env.TEST_LONG ? null : rulesOfSight);
    findings.push(...found.map((one) => `${page.url()}, ${width} px${dark ? ", dark" : ""}: ${one}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      findings.push(`${page.url()} is wider than ${width} px`);
  }
  return findings;
}

/** What axe finds on the page as it stands; no page holds a frame of another origin, so it runs in the page itself. `only`: the rules to ask, all without it. */
export async function findingsOf(page: Page, only: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return await page.evaluate(runAxe, only && [...only]);
}

/** In the page, its colours at rest. Findings alone are told in full, which spares most of axe's work. */
async function runAxe(only: string[] | null): Promise<string[]> {
  const { axe: runner } = window as unknown as { axe: typeof axe };
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  const { violations } = await runner.run(document, { resultTypes: ["violations"], ...(only && { runOnly: only }) });
  return violations.map((one) => `${one.id} ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}
