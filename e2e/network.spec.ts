import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { makeOrganisation, makeProvider } from "~/testing/factories/world";
import { findingsAt, findingsOf, type Sight } from "./axe";
import { expect, test, type World } from "./fixtures";

// Several pages a test, each read whole.
test.setTimeout(90_000);

const today = dayIn("Europe/Paris", Date.now());
const year = today.slice(0, 4);

/** Six providers met in January, so that counts may be told. */
function fill({ people, office }: World) {
  for (let one = 0; one < 6; one += 1) {
    const provider = makeProvider(people.facilitator, office);
    makeSession(people.facilitator, office, { providers: [provider.id], heldOn: `${year}-01-05`, theme: "reputation" });
  }
}

const territoryOf = (world: World) => world.people.coordinator.memberships[0]?.organisationId ?? "";

test("a coordinator types in the months of an absent office, marked in the totals", async ({ as, world }) => {
  fill(world);
  makeOrganisation({ parentId: territoryOf(world), name: "Office des Landes" });
  const page = await as("coordinator", { javaScript: false });
  await page.goto("/network");
  await expect(page.getByText("6 séances dans 1 office sur 2.")).toBeVisible();
  await page.getByRole("link", { name: "Saisir les mois de Office des Landes" }).click();
  await page.getByLabel("Mois").selectOption(`${year}-01`);
  await page.getByLabel("Séances").fill("neuf");
  await page.getByRole("button", { name: "Enregistrer le mois" }).click();
  await expect(page.getByLabel("Séances")).toHaveValue("neuf");
  await page.getByLabel("Séances").fill("9");
  await page.getByLabel("Participations").fill("12");
  await page.getByLabel("Heures avec les prestataires").fill("10");
  await page.getByLabel("Prestataires accompagnés").fill("7");
  await page.getByRole("button", { name: "Enregistrer le mois" }).click();
  await expect(page.getByText("Le mois est enregistré.")).toBeVisible();
  await page.getByRole("link", { name: "Retour au réseau" }).click();
  await expect(page.getByText("15 séances dans 2 offices sur 2.")).toBeVisible();
  await expect(page.getByText("déclaré, 1 mois")).toBeVisible();
  await expect(page.getByText("Anaïs Berthou")).toHaveCount(0);
});

test("a citizen reads open figures and takes the data, once the network opens them", async ({ as, world, browser }) => {
  fill(world);
  const page = await as("coordinator");
  await page.goto("/network");
  await page.getByRole("button", { name: "Publier les chiffres" }).click();
  await expect(page.getByText("La page est publiée.")).toBeVisible();
  const address = await page.getByRole("link", { name: "Voir la page publique" }).getAttribute("href");
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "fr-FR" });
  const citizen = await context.newPage();
  const answer = await citizen.goto(address ?? "");
  expect(answer?.headers()["cache-control"]).toContain("public");
  await expect(citizen.getByRole("heading", { name: "Chiffres de l’accompagnement numérique" })).toBeVisible();
  await expect(citizen.getByText("Anaïs Berthou")).toHaveCount(0);
  for (const [width, colorScheme] of [
    [390, "dark"],
    [820, "light"],
    [1440, "light"],
  ] as const) {
    await citizen.setViewportSize({ width, height: 900 });
    await citizen.emulateMedia({ colorScheme });
    await citizen.goto(address ?? "");
    expect(await findingsOf(citizen)).toEqual([]);
    expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const data = await citizen.request.get(`${address}/data.json`);
  expect(await data.json()).toMatchObject({ totals: { sessions: 6, reached: 6 } });
  expect(await (await citizen.request.get(`${address}/data.csv`)).text()).toContain("sessions");
  await page.getByRole("button", { name: "Retirer la page" }).click();
  await expect(page.getByText("La page est retirée.")).toBeVisible();
  expect((await citizen.request.get(`${address}/data.json`)).status()).toBe(404);
  await context.close();
});

const sights: Sight[] = [
  { width: 390, dark: false },
  { width: 820, dark: true },
  { width: 1440, dark: false },
];

test("axe finds nothing on the network's page, with figures and without", async ({ as, world }) => {
  const page = await as("coordinator");
  for (const prepare of [() => undefined, () => fill(world)]) {
    prepare();
    for (const path of ["/network", "/network/views", `/network/declarations/${world.office.id}`]) {
      await page.goto(path);
      expect(await findingsAt(page, sights)).toEqual([]);
    }
  }
});
