// `npm run screenshots`: the main pages of a running demonstration at three widths, light and dark.
// SCREENSHOTS_URL (http://localhost:3000), SCREENSHOTS_TO (docs/screenshots), SCREENSHOTS_ONLY (a page's name).
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findChromium } from "./chromium";

const url = process.env.SCREENSHOTS_URL ?? "http://localhost:3000";
const folder = process.env.SCREENSHOTS_TO ?? "docs/screenshots";
const pages: [string, string, string][] = [
  ["facilitator", "today", "/today"],
  ["facilitator", "coaching", "/coaching"],
  ["facilitator", "coaching-new", "/coaching/new"],
  ["facilitator", "providers", "/providers"],
  ["director", "dashboard", "/dashboard"],
  ["provider", "my", "/my"],
];
const widths = [390, 820, 1440];
const schemes = process.env.SCREENSHOTS_DARK === "1" ? (["light", "dark"] as const) : (["light"] as const);

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium() || undefined, args: ["--no-sandbox", "--disable-gpu"] });
for (const account of new Set(pages.map(([who]) => who))) {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ baseURL: url, locale: "fr-FR", colorScheme });
    const page = await context.newPage();
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(`${account}@demo.example`);
    await page.getByLabel("Mot de passe").fill("balise-demo");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForURL((to) => to.pathname !== "/login");
    for (const [who, name, path] of pages) {
      if (who !== account || (process.env.SCREENSHOTS_ONLY && process.env.SCREENSHOTS_ONLY !== name)) continue;
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await page.screenshot({
          path: `${folder}/${name}-${width}${colorScheme === "dark" ? "-dark" : ""}.png`,
          fullPage: width !== 1440,
        });
      }
    }
    await context.close();
  }
}
await browser.close();
