// `npm run screenshots`: the main pages of a running demonstration at three widths.
// SCREENSHOTS_URL (http://localhost:3000), SCREENSHOTS_TO (docs/screenshots), SCREENSHOTS_DARK=1 (dark too),
// SCREENSHOTS_ONLY (a page's name).
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium";

interface Shot {
  account: string;
  name: string;
  path: string;
}

const settings = {
  url: process.env.SCREENSHOTS_URL ?? "http://localhost:3000",
  folder: process.env.SCREENSHOTS_TO ?? "docs/screenshots",
  schemes: process.env.SCREENSHOTS_DARK === "1" ? (["light", "dark"] as const) : (["light"] as const),
  only: process.env.SCREENSHOTS_ONLY,
};
const widths = [390, 820, 1440];
const shots: Shot[] = [
  { account: "facilitator", name: "today", path: "/today" },
  { account: "facilitator", name: "coaching", path: "/coaching" },
  { account: "facilitator", name: "coaching-new", path: "/coaching/new" },
  { account: "facilitator", name: "providers", path: "/providers" },
  { account: "facilitator", name: "import", path: "/providers/import" },
  { account: "facilitator", name: "resources", path: "/resources" },
  { account: "director", name: "dashboard", path: "/dashboard" },
  { account: "director", name: "dashboard-views", path: "/dashboard/views" },
  { account: "facilitator", name: "my-page", path: "/dashboard/mine" },
  { account: "coordinator", name: "network", path: "/network" },
  { account: "director", name: "settings", path: "/settings/office" },
  { account: "provider", name: "my", path: "/my" },
];

mkdirSync(settings.folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium() || undefined, args: ["--no-sandbox", "--disable-gpu"] });
const wanted = shots.filter((shot) => settings.only === undefined || shot.name === settings.only);
for (const account of new Set(wanted.map((shot) => shot.account))) {
  for (const scheme of settings.schemes) {
    const page = await signIn(browser, account, scheme);
    for (const shot of wanted.filter((one) => one.account === account)) await shoot(page, shot, scheme);
    await page.context().close();
  }
}
await browser.close();

async function signIn(on: Browser, account: string, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await on.newContext({ baseURL: settings.url, locale: "fr-FR", colorScheme });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(`${account}@demo.example`);
  await page.getByLabel("Mot de passe").fill("balise-demo");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((to) => to.pathname !== "/login");
  return page;
}

async function shoot(page: Page, shot: Shot, scheme: "light" | "dark"): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(shot.path);
    const end = scheme === "dark" ? "-dark" : "";
    await page.screenshot({ path: `${settings.folder}/${shot.name}-${width}${end}.png` });
  }
}
