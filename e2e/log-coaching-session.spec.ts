import { expect, test } from "./fixtures";

test("a session logged by the facilitator moves the director's figures by exactly that", async ({ as }) => {
  const facilitator = await as("facilitator");
  await facilitator.goto("/today");
  await facilitator.getByRole("link", { name: "Nouvelle séance" }).first().click();
  await facilitator.getByLabel("Avec qui").fill("pins");
  await facilitator.getByRole("button", { name: "Ajouter Gîte des Pins" }).click();
  await facilitator.getByRole("radio", { name: "1 h 30" }).check();
  await facilitator.getByRole("radio", { name: "E-réputation" }).check();
  await facilitator.getByLabel("Ce qui a été fait").fill("Réponses aux trois derniers avis, écrites ensemble.");
  await facilitator.getByLabel("Prochaine étape").fill("Répondre à chaque avis sous une semaine");
  await facilitator.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(facilitator.getByRole("status").filter({ hasText: "La séance est enregistrée." })).toBeVisible();
  await expect(facilitator.getByRole("link", { name: "Gîte des Pins" })).toBeVisible();

  const director = await as("director");
  await director.goto("/dashboard");
  await expect(director.getByText("1 prestataire accompagné sur 2 connus")).toBeVisible();
  await expect(director.getByRole("link", { name: /^Temps avec les prestataires/ })).toContainText("1,5");

  const provider = await as("provider");
  await provider.goto("/my");
  await expect(provider.getByRole("heading", { name: "Répondre à chaque avis sous une semaine" })).toBeVisible();
});

test("a group session is logged without JavaScript", async ({ as }) => {
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/coaching/new");
  for (const [word, name] of [
    ["pins", "Gîte des Pins"],
    ["phare", "Hôtel du Phare"],
  ] as const) {
    await page.getByLabel("Avec qui").fill(word);
    await page.getByRole("button", { name: "Rechercher" }).click();
    await page.getByRole("button", { name: `Ajouter ${name}` }).click();
    await expect(page.getByRole("button", { name: `Retirer ${name}` })).toBeVisible();
  }
  await page.getByLabel("Autre durée").fill("2h");
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(page.getByRole("link", { name: "Gîte des Pins" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Hôtel du Phare" })).toBeVisible();
});

test("a refused session comes back filled and says what is missing", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/coaching/new");
  await page.getByLabel("Ce qui a été fait").fill("Trois quarts d’heure au téléphone.");
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(page.getByRole("alert")).toContainText("2 points à compléter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Ce qui a été fait")).toHaveValue("Trois quarts d’heure au téléphone.");
});
