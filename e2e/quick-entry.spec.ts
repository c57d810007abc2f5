import type { Page } from "@playwright/test";
import { grantTo, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { expect, test, type World } from "./fixtures";

/** Each tap, field or choice counts one; what is typed in a field counts with it. */
function counting(page: Page) {
  let count = 0;
  const row = (place: number) => page.getByRole("group", { name: `Appel ${place}` });
  return {
    get count() {
      return count;
    },
    async click(act: () => Promise<void>) {
      count += 1;
      await act();
    },
    async fill(place: number, label: string, text: string) {
      count += 1;
      await row(place).getByLabel(label).fill(text);
    },
    async choose(place: number, label: string, option: string) {
      count += 1;
      await row(place).getByLabel(label).selectOption({ label: option });
    },
  };
}

function addProviders({ people, office }: World) {
  for (const name of ["Camping des Dunes", "Chambres du Marais", "Cave des Graves"])
    makeProvider(people.facilitator, office, { name });
}

test("five calls are logged in at most 15 interactions", async ({ as, world }) => {
  addProviders(world);
  const page = await as("facilitator");
  await page.goto("/coaching");
  const acts = counting(page);
  await acts.click(() => page.getByRole("link", { name: "Saisie rapide" }).click());
  const calls = [
    ["pins", "Mentions légales à compléter."],
    ["phare", "Modèle de mentions envoyé."],
    ["dunes", "Question sur le numéro d’enregistrement."],
    ["marais", "Avis sans réponse : deux réponses dictées."],
    ["graves", "Réponse à un avis de l’été."],
  ] as const;
  for (const [place, [who, note]] of calls.entries()) {
    await acts.fill(place + 1, "Avec qui", who);
    await acts.fill(place + 1, "En une ligne", note);
  }
  await acts.choose(1, "Thème", "Obligations légales");
  await acts.choose(4, "Thème", "E-réputation");
  await acts.fill(4, "Durée", "30");
  await acts.click(() => page.getByRole("button", { name: "Enregistrer les appels" }).click());
  await expect(page.getByRole("status").filter({ hasText: "5 appels sont enregistrés." })).toBeVisible();
  expect(acts.count).toBeLessThanOrEqual(15);
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("Camping des Dunes")).toContainText("Obligations légales");
  await expect(row("Cave des Graves")).toContainText("E-réputation");
  await expect(row("Chambres du Marais")).toContainText("30 min");
  await expect(page.getByText("5 séances · 5 participations · 5 prestataires accompagnés")).toBeVisible();
});

test("without JavaScript an ambiguous name asks which, and more rows come", async ({ as, world }) => {
  makeProvider(world.people.facilitator, world.office, { name: "Villa des Pins" });
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/coaching/quick");
  const row = page.getByRole("group", { name: "Appel 1" });
  await row.getByLabel("Avec qui").fill("pins");
  await row.getByLabel("En une ligne").fill("Rappel pour les tarifs.");
  await page.getByRole("button", { name: "Ajouter des lignes" }).click();
  await expect(page.getByRole("group", { name: "Appel 10" })).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer les appels" }).click();
  await expect(page.getByRole("alert")).toContainText("Un point à compléter");
  await row.getByLabel("Lequel ?").selectOption({ label: "Villa des Pins, Meublé de tourisme, gîte, Soulac-sur-Mer" });
  await page.getByRole("button", { name: "Enregistrer les appels" }).click();
  await expect(page.getByRole("link", { name: "Villa des Pins" })).toBeVisible();
});

test("what is written for an office stays with it, though another became current meanwhile", async ({ as, world }) => {
  const { facilitator } = world.people;
  const second = makeOrganisation({ name: "Office du Marais" });
  grantTo(facilitator.userId, second.id, "facilitator");
  const page = await as("facilitator", { width: 390 });
  await page.goto("/coaching/other-work/new");
  const first = world.office.name;
  const isFirst = await page.getByText(first, { exact: true }).filter({ visible: true }).count();
  const [opened, other] = isFirst > 0 ? [first, second.name] : [second.name, first];
  await expect(page.getByText(opened, { exact: true }).filter({ visible: true })).toHaveCount(1);
  const tab = await page.context().newPage();
  await tab.goto("/account");
  await tab.getByLabel("Office").selectOption({ label: other });
  await tab.getByRole("button", { name: "Afficher cet office" }).click();
  await expect(tab.getByRole("status")).toContainText(other);
  await page.getByText("Veille", { exact: true }).click();
  await page.getByLabel("Durée").fill("45");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
  await page.goto(`/coaching?office=${opened === first ? world.office.id : second.id}`);
  await expect(page.getByText("À part")).toContainText("1 autre travail");
});
