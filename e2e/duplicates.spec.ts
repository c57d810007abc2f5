import { expect, test } from "./fixtures";

test("a look-alike is told while one types, and two records become one without loss", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/providers/new");
  await page.getByLabel("Nom", { exact: true }).fill("Le gîte des pins");
  await expect(page.getByRole("status").getByRole("link", { name: "Gîte des Pins" })).toBeVisible();
  await page.getByLabel("Commune").fill("Soulac-sur-Mer");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { name: "Le gîte des pins" })).toBeVisible();

  await page.goto("/providers/duplicates");
  await expect(page.getByText("même nom dans la commune")).toBeVisible();
  await page.getByRole("link", { name: "C’est le même établissement" }).click();
  await page.getByRole("group", { name: "Nom" }).getByLabel("Gîte des Pins", { exact: true }).check();
  await page.getByRole("button", { name: "Réunir les deux fiches" }).click();
  await expect(page.getByRole("heading", { name: "Gîte des Pins", exact: true })).toBeVisible();
  await page.goto("/providers?q=gite des pins");
  await expect(page.getByText("1 prestataire", { exact: true })).toBeVisible();
});
