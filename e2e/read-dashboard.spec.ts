import type { Page } from "@playwright/test";
import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { findingsAt, type Sight } from "./axe";
import { expect, test, type World } from "./fixtures";

const today = dayIn("Europe/Paris", Date.now());

function log({ people, office, providers }: World, given: Parameters<typeof makeSession>[2] = {}) {
  return makeSession(people.facilitator, office, { providers: [providers[0]?.id ?? ""], heldOn: today, ...given });
}

// Several pages a test, each read whole.
test.setTimeout(90_000);

/** A figure's link says its number too; the jump to its block does not. */
const figure = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(`^${name}.*\\d`) }).first();

test("the figures change by exactly what was logged, and each opens as many rows", async ({ as, world }) => {
  log(world, { duration: 60, theme: "reputation", nextStep: "Répondre aux avis" });
  const page = await as("director");
  await page.goto("/dashboard");
  await expect(page.getByText("1 prestataire accompagné sur 2 connus, 50")).toBeVisible();
  await expect(figure(page, "Séances")).toContainText("1");
  await expect(figure(page, "Temps avec les prestataires")).toContainText("1 h");

  log(world, { providers: world.providers.map((provider) => provider.id), duration: 90, headCount: 3, theme: "reputation" });
  await page.reload();
  await expect(page.getByText("2 prestataires accompagnés sur 2 connus, 100")).toBeVisible();
  await expect(figure(page, "Séances")).toContainText("2");
  await expect(figure(page, "Participations")).toContainText("6");
  await expect(figure(page, "Temps avec les prestataires")).toContainText("2,5 h");

  await figure(page, "Participations").click();
  await expect(page).toHaveURL(/\/coaching\?/);
  await expect(page.getByText(/2 séances · 6 participations/)).toBeVisible();
  await page.goBack();
  await figure(page, "Prestataires accompagnés").click();
  await expect(page.getByText(/^2 au total/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Hôtel du Phare" })).toBeVisible();
  await page.getByRole("link", { name: "Retour au tableau de bord" }).click();
  await figure(page, "Actions proposées").click();
  await expect(page.getByText(/^1 au total/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Répondre aux avis" })).toBeVisible();
});

test("filters stand in the address and work without JavaScript", async ({ as, world }) => {
  log(world, { theme: "reputation" });
  log(world, { theme: "website", channel: "phone" });
  const page = await as("director", { javaScript: false });
  await page.goto("/dashboard");
  await page.getByText("Affiner").click();
  await page.getByLabel("Thème", { exact: true }).selectOption({ label: "E-réputation" });
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page).toHaveURL(/theme=reputation/);
  await expect(page.getByText("Filtres : Thème E-réputation.")).toBeVisible();
  await expect(figure(page, "Séances")).toContainText("1");
  await page.getByRole("link", { name: "Effacer les filtres" }).click();
  await expect(figure(page, "Séances")).toContainText("2");
});

test("a facilitator has her own figures in one tap", async ({ as, world }) => {
  const other = makeMember(world.office.id, "facilitator");
  makeSession(other, world.office, { providers: [world.providers[1]?.id ?? ""], heldOn: today });
  log(world);
  const page = await as("facilitator");
  await page.goto("/dashboard");
  await expect(figure(page, "Séances")).toContainText("2");
  await page.getByRole("link", { name: "Mes chiffres" }).click();
  await expect(page.getByText("Filtres : Animateur Anaïs Berthou.")).toBeVisible();
  await expect(figure(page, "Séances")).toContainText("1");
});

test("another office's figures answer at no address", async ({ as, world }) => {
  log(world);
  const other = makeOrganisation();
  const page = await as("director");
  for (const path of [
    `/dashboard?office=${other.id}`,
    `/dashboard?office=${other.id}&_data=routes%2F_app.dashboard._index`,
    `/dashboard/providers?office=${other.id}`,
    `/dashboard/actions?office=${other.id}`,
    `/dashboard/export.csv?office=${other.id}`,
    `/dashboard/export.xlsx?office=${other.id}`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  for (const person of ["colleague", "administrator", "provider"] as const) {
    const stranger = await as(person);
    for (const path of ["/dashboard", "/dashboard/providers", "/dashboard/actions", "/dashboard/export.csv"]) {
      expect((await stranger.request.get(path)).status(), `${person} ${path}`).toBe(403);
    }
  }
});

test("a coordinator reads totals without names", async ({ as, world }) => {
  log(world);
  const page = await as("coordinator");
  await page.goto("/dashboard");
  await expect(page.getByText("trop peu de prestataires pour être comptés hors de l’office")).toBeVisible();
  await expect(page.getByText("Trop peu de prestataires pour être détaillés hors de l’office.")).toBeVisible();
  await expect(page.getByText("Anaïs Berthou")).toHaveCount(0);
  expect((await page.request.get("/dashboard/providers")).status()).toBe(403);
});

test("the tables leave as CSV and as a workbook", async ({ as, world }) => {
  log(world);
  const page = await as("director");
  await page.goto("/dashboard");
  const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  expect(csv.suggestedFilename()).toBe("tableau-de-bord.csv");
  const [workbook] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Exporter Excel" }).click(),
  ]);
  expect(workbook.suggestedFilename()).toBe("tableau-de-bord.xlsx");

  await figure(page, "Prestataires accompagnés").click();
  const [rows] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Exporter Excel" }).click()]);
  expect(rows.suggestedFilename()).toBe("Prestataires accompagnés.xlsx");
});

test("the keyboard reaches the filters, the figures and the tables", async ({ as, world }) => {
  log(world);
  const page = await as("director");
  await page.goto("/dashboard");
  await page.getByLabel("Période", { exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Comparer à", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Afficher" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Thème", { exact: true })).toBeVisible();
  const table = page.getByText("Voir le tableau").first();
  await table.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Un an avant" })).toBeVisible();
  await figure(page, "Séances").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/coaching\?/);
});

test("it prints without its controls, on two sheets", async ({ as, world }) => {
  log(world);
  const page = await as("director");
  await page.goto("/dashboard");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Afficher" })).toBeHidden();
  await expect(page.getByText("1 prestataire accompagné sur 2 connus")).toBeVisible();
});

const sights: Sight[] = [
  { width: 390, dark: false },
  { width: 820, dark: true },
  { width: 1440, dark: false },
];

test("axe finds nothing on the dashboard, with figures and without", async ({ as, world }) => {
  const page = await as("director");
  for (const fill of [() => undefined, () => log(world)]) {
    fill();
    for (const path of ["/dashboard", "/dashboard/providers", "/dashboard/actions?set=open"]) {
      await page.goto(path);
      expect(await findingsAt(page, sights)).toEqual([]);
    }
  }
});
