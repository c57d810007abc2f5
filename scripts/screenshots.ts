// `npm run screenshots`: the main pages of a running demonstration at three widths.
// SCREENSHOTS_URL (http://localhost:3000), SCREENSHOTS_TO (docs/screenshots), SCREENSHOTS_DARK=1 (dark too),
// SCREENSHOTS_ONLY (a page's name).
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { findChromium } from "./chromium";

interface Shot {
  /** Who signs in; `-` for nobody. */
  account: string;
  name: string;
  path: string;
  /** The link of the page that is opened from there: it has no address of its own until the demonstration is filled. */
  follow?: RegExp;
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
  { account: "director", name: "goals", path: "/dashboard/goals" },
  { account: "director", name: "report", path: "/reports", follow: /^\/reports\/[0-9a-f]{8}-[0-9a-f-]{27}$/ },
  { account: "director", name: "agreement", path: "/reports/agreements", follow: /^\/reports\/agreements\/[0-9a-f-]{36}$/ },
  { account: "director", name: "schedules", path: "/reports/schedules" },
  { account: "director", name: "evidence", path: "/reports/evidence" },
  { account: "director", name: "communes", path: "/reports/communes" },
  { account: "facilitator", name: "my-page", path: "/dashboard/mine" },
  { account: "coordinator", name: "network", path: "/network" },
  { account: "coordinator", name: "network-views", path: "/network/views" },
  { account: "director", name: "settings", path: "/settings/office" },
  { account: "provider", name: "my", path: "/my" },
  { account: "-", name: "public-figures", path: "/figures/demo-pays" },
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
const isWanted = (name: string) => settings.only === undefined || settings.only === name;
if (isWanted("shared-view")) await shootSharedView({ account: "director", name: "shared-view", path: "/dashboard/views" });
if (isWanted("shared-network")) await shootSharedView({ account: "coordinator", name: "shared-network", path: "/network/views" });
if (isWanted("slides")) await shootSlides();
await browser.close();

/** What the holder of a link sees; the link is made on the page of views for the picture, and cut after. */
async function shootSharedView({ account, name, path }: Shot): Promise<void> {
  const page = await signIn(browser, account, "light");
  const label = "Conseil d’administration";
  await page.goto(path);
  await page.getByLabel("Pour qui, pour quoi").fill(label);
  await page.getByRole("button", { name: "Créer le lien" }).click();
  const link = await page.getByLabel("Lien à transmettre").inputValue();
  const reader = await signIn(browser, "-", "light");
  await shoot(reader, { account: "-", name, path: new URL(link).pathname }, "light");
  await page.goto(path);
  await page
    .getByRole("button", { name: `Couper le lien ${label}` })
    .first()
    .click();
  await page.getByText("Le lien est coupé").waitFor();
  for (const one of [page, reader]) await one.context().close();
}

/** The first six slides of a report on one picture, drawn by pdf.js. */
async function shootSlides(): Promise<void> {
  const page = await signIn(browser, "director", "light");
  await page.goto("/reports");
  const report = await addressIn(page, /^\/reports\/[0-9a-f]{8}-[0-9a-f-]{27}$/);
  const bytes = await (await page.request.get(`${report}/documents/slides`)).body();
  const sheet = await browser.newPage({ viewport: { width: 1440, height: 560 } });
  await sheet.route("https://slides.example/**", (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file === "") return route.fulfill({ contentType: "text/html", body: "<style>body{margin:0;background:#888}</style>" });
    if (file === "slides.pdf") return route.fulfill({ contentType: "application/pdf", body: bytes });
    return route.fulfill({ path: `node_modules/pdfjs-dist/legacy/build/${file}`, contentType: "text/javascript" });
  });
  await sheet.goto("https://slides.example/");
  await sheet.evaluate(async () => {
    const library = await import("https://slides.example/pdf.mjs" as string);
    library.GlobalWorkerOptions.workerSrc = "https://slides.example/pdf.worker.mjs";
    const pdf = await library.getDocument("https://slides.example/slides.pdf").promise;
    for (let number = 1; number <= Math.min(6, pdf.numPages); number += 1) {
      const drawn = await pdf.getPage(number);
      const viewport = drawn.getViewport({ scale: 470 / drawn.getViewport({ scale: 1 }).width });
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: viewport.width, height: viewport.height });
      canvas.style.margin = "5px";
      document.body.append(canvas);
      await drawn.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
    }
  });
  await keep(await sheet.screenshot(), "slides-1440");
  for (const one of [page, sheet]) await one.close();
}

async function signIn(on: Browser, account: string, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await on.newContext({ baseURL: settings.url, locale: "fr-FR", colorScheme });
  const page = await context.newPage();
  if (account === "-") return page;
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
    if (shot.follow) await page.goto(await addressIn(page, shot.follow));
    const end = scheme === "dark" ? "-dark" : "";
    await keep(await page.screenshot(), `${shot.name}-${width}${end}`);
  }
}

/** 256 colours are enough for pages like these, at a third of the bytes. */
async function keep(png: Buffer, name: string): Promise<void> {
  await sharp(png).png({ palette: true, effort: 10 }).toFile(`${settings.folder}/${name}.png`);
}

async function addressIn(page: Page, follow: RegExp): Promise<string> {
  const links = await page.getByRole("main").getByRole("link").all();
  for (const link of links) {
    const address = (await link.getAttribute("href")) ?? "";
    if (follow.test(address)) return address;
  }
  throw new Error(`no link like ${follow} on ${page.url()}`);
}
