import type { Page } from "@playwright/test";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

const csv = (name: string, lines: string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });

async function send(page: Page, file: ReturnType<typeof csv>) {
  await page.goto("/providers/import");
  await page.getByLabel("Fichier").setInputFiles(file);
  await page.getByRole("button", { name: "Lire le fichier" }).click();
}

test("a facilitator says once what the columns of a table are, without JavaScript", async ({ as }) => {
  const file = csv("liste.csv", ["Qui;Où;Quoi", "La Marée haute;Soulac-sur-Mer;Restaurant", "Le Refuge;Soulac-sur-Mer;"]);
  const page = await as("facilitator", { javaScript: false });
  await send(page, file);
  await expect(page.getByRole("heading", { name: "Les colonnes de votre fichier" })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("row", { name: /Qui/ })).toContainText("La Marée haute · Le Refuge");
  await page.getByLabel("Contenu de la colonne Où").selectOption("Commune");
  await page.getByRole("button", { name: "Lire le fichier avec ces colonnes" }).click();
  await expect(page.getByRole("alert")).toContainText("Il manque une colonne : Nom de l’établissement");
  await expect(page.getByLabel("Contenu de la colonne Où")).toHaveValue("commune");
  await page.getByLabel("Contenu de la colonne Qui").selectOption("Nom de l’établissement");
  await page.getByLabel("Contenu de la colonne Quoi").selectOption("Type d’établissement");
  await page.getByLabel("Type d’établissement quand le fichier ne le dit pas").selectOption("Hébergement collectif");
  await page.getByRole("button", { name: "Lire le fichier avec ces colonnes" }).click();
  await page.getByRole("button", { name: "Importer 2 fiches" }).click({ timeout: 15_000 });
  await expect(page.getByRole("heading", { name: "Import terminé" })).toBeVisible({ timeout: 15_000 });
  await page.goto("/providers?kind=group_lodging");
  await expect(page.getByRole("link", { name: "Le Refuge" })).toBeVisible();

  await send(page, file);
  await page.getByRole("button", { name: "Revoir les colonnes" }).click({ timeout: 15_000 });
  await expect(page.getByLabel("Contenu de la colonne Quoi")).toHaveValue("type");
});

test("a facilitator takes past sessions over, says why in a reported year, keeps them out of the figures, and withdraws them", async ({
  as,
  world,
}) => {
  const report = makeFinishedReport(world.people.director, world.office, {
    period: "custom",
    startsOn: "2024-01-01",
    endsOn: "2024-12-31",
  });
  const file = csv("suivi-2024.csv", [
    "Date;Prestataire;Durée;Mode;Thème;Commentaires",
    "12/03/2024;Gîte des Pins;1h30;téléphone;Google;À rappeler",
    "13/03/2024;Hotel du Fare;1,5;sur place;Avis;",
    "14/03/2024;La Marée haute;90;visio;Avis;",
    "32/03/2024;La Marée haute;90;visio;Avis;",
  ]);
  const page = await as("facilitator");
  await send(page, file);
  await expect(page.getByRole("link", { name: "Des séances passées" })).toHaveAttribute("aria-current", "page", {
    timeout: 15_000,
  });
  await page.getByRole("button", { name: "Lire le fichier avec ces colonnes" }).click();
  await expect(page.getByText("3 séances à reprendre")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("row", { name: /date illisible\s: «\s32\/03\/2024\s»/ })).toContainText("5");
  await page.getByRole("button", { name: "Reprendre ces séances" }).click();
  await expect(page.getByRole("alert")).toContainText("Il reste 2 nom(s) sans réponse");
  await page.getByLabel("Hotel du Fare : c’est…").selectOption({ index: 1 });
  await page.getByLabel("La Marée haute : c’est…").selectOption("Un nouveau prestataire");
  await page.getByRole("button", { name: "Reprendre ces séances" }).click();
  await expect(page.getByText("Certaines dates sont dans un rapport terminé", { exact: false }).first()).toBeVisible();
  await expect(page.getByLabel("La Marée haute : c’est…").locator("option:checked")).toHaveText("Un nouveau prestataire");
  await page.getByLabel("Compter ces séances dans les chiffres").uncheck();
  await page.getByRole("button", { name: "Reprendre ces séances" }).click();
  await expect(page.getByRole("heading", { name: "Reprise terminée" })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("link", { name: "Voir ces séances" }).click();
  await expect(page.getByRole("row", { name: /Hôtel du Phare/ })).toContainText("reprise, hors des chiffres");
  await expect(page.getByText(/aucune séance/i).first()).toBeVisible();

  await page.goto("/providers/import");
  await page.getByRole("link", { name: "suivi-2024.csv" }).click();
  await page.getByRole("button", { name: "Les compter" }).click();
  await expect(page.getByText("Certaines dates sont dans un rapport terminé", { exact: false }).first()).toBeVisible();
  await page.getByLabel("Pourquoi ces séances").fill("Le suivi de 2024 est repris");
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Les compter" }).click();
  await expect(page.getByText("Ces séances comptent dans les chiffres.")).toBeVisible();
  const director = await as("director");
  await director.goto("/dashboard?period=custom&from=2024-01-01&to=2024-12-31");
  await expect(director.getByRole("main")).toContainText("Séances3");
  expect((await director.goto(page.url()))?.status()).toBe(404);
  await director.goto(`/reports/${report}`);
  const difference = director.getByRole("region", { name: "Corrigé depuis" });
  await expect(difference.getByText(/Anaïs Berthou\s: Le suivi de 2024 est repris/)).toBeVisible();
  await page.getByLabel("Pourquoi ces séances").fill("Repris deux fois");
  await page.getByRole("button", { name: "Retirer cette reprise" }).click();
  await expect(page.getByRole("heading", { name: "Reprise retirée" })).toBeVisible({ timeout: 15_000 });
  await page.goto("/providers?q=maree");
  await expect(page.getByRole("link", { name: "La Marée haute" })).toHaveCount(0);
});
