import type { Locator, Page } from "@playwright/test";
import { authorize } from "~/access/authorized";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { newId } from "~/lib/ids";
import { expect, test, type World } from "./fixtures";
import { sendLink } from "./page-link";

function addSteps(world: World, ...titles: string[]): void {
  const { facilitator } = world.people;
  const head = getPlanHead(facilitator, world.providers[0]?.id ?? "", "plan.edit");
  for (const title of titles) {
    const input = actionSchema.parse({ id: newId(), title, why: "Un avis sans réponse fait hésiter.", minutes: 20 });
    addAction(facilitator, authorize(facilitator, "plan.edit", head), input);
  }
}

test("a host ticks a step on a phone without JavaScript, and the facilitator sees it once", async ({ as, world }) => {
  addSteps(world, "Répondre aux avis", "Refaire la photo d’accueil");
  const host = await as("provider", { javaScript: false, width: 390 });
  await host.goto("/my");
  await expect(host.getByRole("heading", { name: "Répondre aux avis" })).toBeVisible();
  await expect(host.getByText("20 min environ").first()).toBeVisible();
  await host.getByRole("button", { name: "C’est fait" }).click();
  await expect(host.getByRole("heading", { name: "Refaire la photo d’accueil" })).toBeVisible();
  await expect(host.getByText("1 étape faite sur 2")).toBeVisible();

  const facilitator = await as("facilitator");
  await facilitator.goto("/today");
  await expect(facilitator.getByText("Fait · « Répondre aux avis »")).toBeVisible();
  await facilitator.getByRole("button", { name: "Marquer comme vu : Gîte des Pins" }).click();
  await expect(facilitator.getByText("Fait · « Répondre aux avis »")).toHaveCount(0);

  await host.getByRole("button", { name: /^Reprendre cette étape/ }).click();
  await expect(host.getByRole("heading", { name: "Répondre aux avis" })).toBeVisible();
});

test("a host asks to be called back, and the facilitator ticks it off", async ({ as, world }) => {
  addSteps(world, "Répondre aux avis");
  const host = await as("provider", { width: 390 });
  await host.goto("/my");
  await host.getByText("Rappelez-moi").click();
  await host.getByLabel("À quel sujet, ou quand vous joindre").fill("Le matin");
  await host.getByRole("button", { name: "Demander à être rappelé" }).click();
  await expect(host.getByRole("status")).toContainText("Anaïs Berthou vous rappellera.");

  const facilitator = await as("facilitator");
  await facilitator.goto("/today");
  await expect(facilitator.getByText("Gîte des Pins · Le matin")).toBeVisible();
  await facilitator.getByRole("button", { name: "Marquer comme fait : Gîte des Pins" }).click();
  await expect(facilitator.getByText("Gîte des Pins · Le matin")).toHaveCount(0);
});

test("a colleague leaves the referent a message in three interactions", async ({ as }) => {
  const colleague = await as("colleague");
  await colleague.goto("/today");
  await colleague.getByLabel("Nom, commune ou téléphone").fill("pins");
  await colleague.getByLabel("Message pour Anaïs Berthou").fill("Le gîte cherche ses codes");
  await colleague.getByRole("button", { name: "Laisser le message" }).click();
  await expect(colleague.getByRole("status").filter({ hasText: "Le message est laissé." })).toBeVisible();

  const facilitator = await as("facilitator");
  await facilitator.goto("/today");
  await expect(facilitator.getByText("Le gîte cherche ses codes")).toBeVisible();
});

/** Pulls a row by its grip under another one. */
async function pullBelow(page: Page, row: Locator, other: Locator): Promise<void> {
  const [from, to] = [await row.boundingBox(), await other.boundingBox()];
  if (!from || !to) throw new Error("no rows");
  await page.mouse.move(from.x + 30, from.y + 35);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, to.y + to.height - 6, { steps: 4 });
  await page.mouse.up();
}

test("a step is added, moved, corrected and deleted, with a way back", async ({ as, world }) => {
  addSteps(world, "Répondre aux avis");
  const page = await as("facilitator");
  await page.goto(`/providers/${world.providers[0]?.id}/plan`);
  await page.getByRole("link", { name: "Ajouter une étape" }).click();
  await page.getByLabel("Étape", { exact: true }).fill("Ouvrir la fiche Google");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("button", { name: "Monter « Ouvrir la fiche Google »" }).click();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /Répondre|Ouvrir/ })
      .first(),
  ).toContainText("Ouvrir la fiche Google");
  const rows = page
    .getByRole("main")
    .getByRole("list")
    .getByRole("listitem")
    .filter({ hasText: /Répondre aux avis|Ouvrir la fiche/ });
  await pullBelow(page, rows.first(), rows.last());
  await expect(rows.last()).toContainText("Ouvrir la fiche Google");
  await page.reload();
  await expect(rows.last()).toContainText("Ouvrir la fiche Google");
  await page.getByRole("link", { name: "Ouvrir la fiche Google" }).last().click();
  await page.getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Ouvrir la fiche Google" })).toHaveCount(0);
  await page.getByRole("button", { name: "Annuler la suppression" }).click();
  await expect(page.getByRole("link", { name: "Ouvrir la fiche Google" }).last()).toBeVisible();
});

test("steps are put in order by keyboard alone, the focus staying on the step, and by pulling; the order is kept", async ({
  as,
  world,
}) => {
  addSteps(world, "Un", "Deux", "Trois", "Quatre");
  for (const javaScript of [true, false]) {
    const page = await as("facilitator", { javaScript });
    await page.goto(`/providers/${world.providers[0]?.id}/plan`);
    const down = page.getByRole("button", { name: "Descendre « Un »" });
    const up = page.getByRole("button", { name: "Monter « Un »" });
    await down.focus();
    for (const order of [
      ["Deux", "Un", "Trois", "Quatre"],
      ["Deux", "Trois", "Un", "Quatre"],
    ]) {
      await page.keyboard.press("Enter");
      await expect(stepsOf(page)).toHaveText(order);
      await expect(down).toBeFocused();
    }
    await page.keyboard.press("Enter");
    await expect(stepsOf(page)).toHaveText(["Deux", "Trois", "Quatre", "Un"]);
    await expect(up).toBeFocused();
    for (const order of [
      ["Deux", "Trois", "Un", "Quatre"],
      ["Deux", "Un", "Trois", "Quatre"],
      ["Un", "Deux", "Trois", "Quatre"],
    ]) {
      await page.keyboard.press("Enter");
      await expect(stepsOf(page)).toHaveText(order);
    }
    await expect(down).toBeFocused();
    await expect(down).toBeInViewport();
  }
  const page = await as("facilitator");
  await page.goto(`/providers/${world.providers[0]?.id}/plan`);
  const step = (title: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  await pullBelow(page, step("Deux"), step("Trois"));
  await expect(stepsOf(page)).toHaveText(["Un", "Trois", "Deux", "Quatre"]);
  await page.reload();
  await expect(stepsOf(page)).toHaveText(["Un", "Trois", "Deux", "Quatre"]);
});

/** The steps of the plan from top to bottom. */
const stepsOf = (page: Page): Locator => page.getByRole("listitem").getByRole("link", { name: /^(?:Un|Deux|Trois|Quatre)$/ });

test("a page link shows the plan alone and asks before it answers", async ({ world, browser, baseURL }) => {
  addSteps(world, "Répondre aux avis");
  const token = sendLink(world);
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  const answer = await page.goto(`/p/${token}`);
  // The language of whom it was sent to, whatever the browser's.
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page).toHaveTitle("Mon plan · Balise");
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await page.getByRole("button", { name: "C’est fait" }).click();
  await expect(page.getByRole("heading", { name: "Vous confirmez ?" })).toBeVisible();
  await page.getByRole("link", { name: "Revenir au plan" }).click();
  await expect(page.getByRole("heading", { name: "Répondre aux avis" })).toBeVisible();
  await page.getByRole("button", { name: "C’est fait" }).click();
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText("1 étape faite sur 1")).toBeVisible();
  await context.close();
});
