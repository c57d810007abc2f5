import type { Page } from "@playwright/test";
import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { expect, test, type World } from "./fixtures";

test.setTimeout(90_000);

const year = dayIn("Europe/Paris", Date.now()).slice(0, 4);
const log = ({ people, office, providers }: World) =>
  makeSession(people.facilitator, office, { providers: [providers[0]?.id ?? ""], heldOn: `${year}-01-05` });

/** A page of figures on a clock of the test's own, with what it asks of the server counted. */
async function open(page: Page, path = "/dashboard") {
  const asked = { version: 0, data: 0 };
  page.on("request", (request) => {
    if (/\/(dashboard|network)\/version/.test(request.url())) asked.version += 1;
    const { pathname } = new URL(request.url());
    if (request.resourceType() === "fetch" && /^\/(dashboard|network)(\/mine)?$/.test(pathname)) asked.data += 1;
  });
  await page.clock.install();
  await page.goto(path);
  // The chart's own buttons come with the script that asks.
  await page
    .getByRole("button", { name: /^Copier/ })
    .first()
    .waitFor();
  const sessions = page
    .getByRole("listitem")
    .filter({ hasText: /^Séances\s*\d/ })
    .first();
  return { asked, sessions };
}

/** The page's clock goes on until this was asked so many times: an answer may take its time, and the next question waits for it. */
async function wait(page: Page, asked: () => number | undefined, times: number) {
  await expect
    .poll(async () => {
      await page.clock.runFor(8000);
      return asked();
    })
    .toBeGreaterThanOrEqual(times);
}

test("a session logged elsewhere comes to the dashboard, to « Ma page » and to the network, each read again once", async ({
  as,
  world,
}) => {
  log(world);
  const pages = [await as("director"), await as("facilitator"), await as("coordinator")];
  const places = ["/dashboard", "/dashboard/mine", "/network"];
  const tabs = await Promise.all(pages.map((page, place) => open(page, places[place])));
  for (const [place, page] of pages.entries()) await wait(page, () => tabs[place]?.asked.version, 1);
  expect(tabs.map(({ asked }) => asked.data)).toEqual([0, 0, 0]);
  log(world);
  for (const [place, page] of pages.entries()) {
    await wait(page, () => tabs[place]?.asked.data, 1);
    await expect(tabs[place]?.sessions ?? page.locator("none")).toContainText("2");
    await wait(page, () => tabs[place]?.asked.version, 3);
  }
  expect(tabs.map(({ asked }) => asked.data)).toEqual([1, 1, 1]);
});

test("nothing moves under who chooses a filter, and a hidden tab asks nothing", async ({ as, world }) => {
  log(world);
  const page = await as("director");
  const { asked } = await open(page);
  await page.getByLabel("Période", { exact: true }).focus();
  log(world);
  await wait(page, () => asked.version, 1);
  await page.clock.runFor(10_000);
  expect(asked.data).toBe(0);
  await page.getByLabel("Période", { exact: true }).blur();
  await wait(page, () => asked.data, 1);

  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const before = asked.version;
  await page.clock.runFor(120_000);
  expect(asked.version).toBe(before);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.clock.runFor(3000);
  await expect.poll(() => asked.version).toBe(before + 1);
});

test("reached from a page with scripts, the charts are copied and the figures come too", async ({ as, world }) => {
  log(world);
  const page = await as("director");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.install();
  await page.goto("/today");
  await page.evaluate("window.isKept = true");
  const asked = { version: 0 };
  page.on("request", (request) => {
    if (request.url().includes("/dashboard/version")) asked.version += 1;
  });
  await page.getByRole("link", { name: "Tableau de bord" }).first().click();
  const copy = page.getByRole("button", { name: /^Copier le tableau/ }).first();
  await copy.click();
  await expect(page.getByRole("status").filter({ hasText: "Copié." })).toBeVisible();
  const sessions = page.getByRole("listitem").filter({ hasText: /^Séances\s*\d/ });
  log(world);
  await wait(page, () => asked.version, 1);
  await expect(sessions.first()).toContainText("2");
  expect(await page.evaluate("window.isKept")).toBe(true);
});
