import { expect, test } from "./fixtures";

test("a director settles the office; what is wrong comes back as typed", async ({ as }) => {
  const page = await as("director", { javaScript: false });
  await page.goto("/settings");
  await page.getByRole("main").getByRole("link", { name: "Office", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Réglages de l’office" })).toBeVisible();
  await page.getByLabel("Semaines de pleine saison").fill("27-35, 70");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("alert")).toContainText("Numéros de semaine entre 1 et 53");
  await page.getByLabel("Semaines de pleine saison").fill("35, 27-34");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Les réglages sont enregistrés.")).toBeVisible();
  await expect(page.getByLabel("Semaines de pleine saison")).toHaveValue("27-35");
});

test("a director adds a commune by its postcode, and a funder", async ({ as }) => {
  const page = await as("director");
  await page.goto("/settings/office/communes?q=33780");
  await page.getByLabel(/Soulac-sur-Mer/).check();
  await page.getByRole("button", { name: "Ajouter les communes cochées" }).click();
  await expect(page.getByRole("button", { name: "Retirer Soulac-sur-Mer" })).toBeVisible();
  await page.getByRole("link", { name: "Réglages de l’office" }).click();
  await page.getByRole("link", { name: "Financeurs et étiquettes" }).click();
  await page.getByLabel("Nouveau financeur").fill("Région Nouvelle-Aquitaine");
  await page.getByRole("button", { name: "Ajouter" }).first().click();
  await expect(page.getByLabel("Nom : Région Nouvelle-Aquitaine")).toBeVisible();
});
