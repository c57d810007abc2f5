import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { makeProvider } from "~/testing/factories/world";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

// Several pages a test, each read whole.
test.setTimeout(90_000);

const today = dayIn("Europe/Paris", Date.now());

test("a director keeps filters, and gives a link that shows totals alone until it is cut", async ({ as, world, browser }) => {
  for (let one = 0; one < 6; one += 1) {
    const provider = makeProvider(world.people.facilitator, world.office);
    makeSession(world.people.facilitator, world.office, { providers: [provider.id], heldOn: today, theme: "reputation" });
  }
  // Five were never met: fewer would keep what was reached from a reader outside the office.
  for (let one = 0; one < 3; one += 1) makeProvider(world.people.facilitator, world.office);
  const page = await as("director", { javaScript: false });
  await page.goto("/dashboard?theme=reputation");
  await page.getByRole("link", { name: "Vues et partage" }).click();
  await page.getByLabel("Nom de la vue").fill("Avis en ligne");
  await page.getByRole("button", { name: "Garder la vue" }).click();
  await page.getByRole("link", { name: "Avis en ligne" }).click();
  await expect(page).toHaveURL(/theme=reputation/);
  await page.getByRole("link", { name: "Vues et partage" }).click();
  await page.getByLabel("Pour qui, pour quoi").fill("Conseil d’administration");
  await page.getByRole("button", { name: "Créer le lien" }).click();
  const link = await page.getByLabel("Lien à transmettre").inputValue();

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "fr-FR" });
  const reader = await context.newPage();
  const answer = await reader.goto(new URL(link).pathname);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(reader.getByText("6 prestataires accompagnés")).toBeVisible();
  await expect(reader.getByText("Anaïs Berthou")).toHaveCount(0);
  await expect(reader.getByRole("link", { name: /\d/ })).toHaveCount(0);
  for (const path of ["/dashboard", "/dashboard/providers", "/coaching"])
    expect((await reader.request.get(path, { maxRedirects: 0 })).status()).toBe(302);

  await page.goto("/dashboard/views");
  await page.getByRole("button", { name: "Couper le lien Conseil d’administration" }).click();
  await expect(page.getByText("Le lien est coupé : il n’ouvre plus rien.")).toBeVisible();
  expect((await reader.goto(new URL(link).pathname))?.status()).toBe(404);
  await context.close();
});

test("a coordinator keeps her network's year, and gives a link to its totals by territory until it is cut", async ({
  as,
  world,
  browser,
}) => {
  const year = String(Number(today.slice(0, 4)) - 1);
  for (let one = 0; one < 6; one += 1) {
    const provider = makeProvider(world.people.facilitator, world.office);
    makeSession(world.people.facilitator, world.office, { providers: [provider.id], heldOn: `${year}-05-05` });
  }
  const page = await as("coordinator", { javaScript: false });
  await page.goto(`/network?year=${year}`);
  await page.getByRole("link", { name: "Vues et partage" }).click();
  await page.getByLabel("Nom de la vue").fill("L’an dernier");
  await page.getByRole("button", { name: "Garder la vue" }).click();
  await page.getByRole("link", { name: "L’an dernier" }).click();
  await expect(page).toHaveURL(new RegExp(`year=${year}`));
  await page.getByRole("link", { name: "Vues et partage" }).click();
  await page.getByLabel("Pour qui, pour quoi").fill("Conseil départemental");
  await page.getByRole("button", { name: "Créer le lien" }).click();
  const link = await page.getByLabel("Lien à transmettre").inputValue();

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "fr-FR" });
  const reader = await context.newPage();
  await reader.goto(new URL(link).pathname);
  await expect(reader.getByRole("heading", { name: "Conseil départemental" })).toBeVisible();
  await expect(reader.getByText(`Mois révolus, de janvier à décembre ${year}.`)).toBeVisible();
  await expect(reader.getByText("Anaïs Berthou")).toHaveCount(0);
  for (const [width, colorScheme] of [
    [390, "dark"],
    [820, "light"],
    [1440, "light"],
  ] as const) {
    await reader.setViewportSize({ width, height: 900 });
    await reader.emulateMedia({ colorScheme });
    expect(await findingsOf(reader)).toEqual([]);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  for (const path of ["/network", "/network/views"])
    expect((await reader.request.get(path, { maxRedirects: 0 })).status()).toBe(302);

  await page.goto(`/network/views?year=${year}`);
  await page.getByRole("button", { name: "Couper le lien Conseil départemental" }).click();
  await expect(page.getByText("Le lien est coupé : il n’ouvre plus rien.")).toBeVisible();
  expect((await reader.goto(new URL(link).pathname))?.status()).toBe(404);
  await context.close();
});
