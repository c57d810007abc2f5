import type { Page } from "@playwright/test";
import axe from "axe-core";

/** What axe finds on the page as it stands; no page holds a frame of another origin, so it runs in the page itself. `only`: the rules to ask, all without it. */
export async function findingsOf(page: Page, only: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(runAxe, only && [...only]);
}

/** In the page, its colours at rest. Findings alone are told in full, which spares most of axe's work. */
async function runAxe(only: string[] | null): Promise<string[]> {
  const { axe: runner } = window as unknown as { axe: typeof axe };
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  const { violations } = await runner.run(document, { resultTypes: ["violations"], ...(only && { runOnly: only }) });
  return violations.map((one) => `${one.id} ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}
