import { expect, test } from "./fixtures";

test("a provider made of a name and a commune grows a record, and is found by what it holds", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/providers/new");
  await page.getByLabel("Nom").fill("Cabane du Héron");
  await page.getByLabel("Commune").fill("Soulac-sur-Mer");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cabane du Héron" })).toBeVisible();

  await page.getByRole("link", { name: "Coordonnées" }).click();
  await page.getByRole("link", { name: "Modifier : Cabane du Héron" }).click();
  await page.getByLabel("Nom").fill("Lodge du Héron");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lodge du Héron" })).toBeVisible();

  await page.getByRole("link", { name: "Ajouter un établissement" }).click();
  await page.getByLabel("Nom").fill("Table du Héron");
  await page.getByLabel("Type").selectOption({ label: "Restaurant" });
  await page.getByLabel("Commune").fill("Bazas (33430)");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { name: "Table du Héron" })).toBeVisible();

  await page.goto("/providers?q=cabane+du+heron");
  await expect(page.getByRole("link", { name: "Lodge du Héron" })).toBeVisible();
});

test("a contact and a page on a social network are noted, and the phone finds the provider", async ({ as, world }) => {
  const page = await as("facilitator");
  await page.goto(`/providers/${world.providers[1]?.id}/details`);
  await page.getByRole("link", { name: "Ajouter un contact" }).click();
  await page.getByLabel("Nom").fill("Maïté Duhau");
  await page.getByLabel("Téléphone").fill("01 99 00 45 67");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { name: "Maïté Duhau" })).toBeVisible();

  await page.getByRole("link", { name: "Présence en ligne" }).click();
  await page.getByRole("link", { name: "Ajouter un canal" }).first().click();
  await page.getByLabel("Canal").selectOption({ label: "Réseau social" });
  await page.getByLabel("Adresse").fill("facebook.com/hotelduphare");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("link", { name: "Réseau social · facebook" })).toBeVisible();

  await page.goto("/providers?q=01+99+00+45+67");
  await expect(page.getByRole("link", { name: "Hôtel du Phare" })).toBeVisible();
});

test("two windows on one record: the second is told, and keeps what it typed beside what was saved", async ({ as, world }) => {
  const page = await as("facilitator", { javaScript: false });
  const other = await page.context().newPage();
  const address = `/providers/${world.providers[1]?.id}/edit`;
  await page.goto(address);
  await other.goto(address);
  await other.getByLabel("Nom du prestataire").fill("Hôtel du Grand Phare");
  await other.getByRole("button", { name: "Enregistrer" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Hôtel du Grand Phare");

  await page.getByLabel("Nom du prestataire").fill("Le Phare");
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  expect((await answer).status()).toBe(409);
  await expect(page.getByRole("alert")).toContainText("a changé entre-temps");
  await expect(page.getByLabel("Nom du prestataire")).toHaveValue("Le Phare");
  await expect(page.getByText("Valeur enregistrée : Hôtel du Grand Phare")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Le Phare");
});

test("the tabs are links that the keyboard follows, and another office's provider is nowhere", async ({ as, world }) => {
  const page = await as("facilitator");
  await page.goto(`/providers/${world.providers[0]?.id}`);
  const tabs = page.getByRole("navigation", { name: "Pages du prestataire" });
  await expect(tabs.getByRole("link", { name: "Vue d’ensemble" })).toHaveAttribute("aria-current", "page");
  await tabs.getByRole("link", { name: "Présence en ligne" }).focus();
  await page.keyboard.press("Tab");
  await expect(tabs.getByRole("link", { name: "Coordonnées" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Établissements" })).toBeVisible();
  await expect(tabs.getByRole("link", { name: "Coordonnées" })).toHaveAttribute("aria-current", "page");

  const coordinator = await as("coordinator");
  for (const end of ["", "/details", "/presence", "/sessions", "/edit"]) {
    const answer = await coordinator.goto(`/providers/${world.providers[0]?.id}${end}`);
    expect(answer?.status(), end).toBe(404);
  }
});
