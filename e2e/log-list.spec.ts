import { readFile } from "node:fs/promises";
import readXlsxFile from "read-excel-file/node";
import { makeSession } from "~/testing/factories/session";
import { expect, test, type World } from "./fixtures";

function fill({ people, office, providers }: World): void {
  const [pins, phare] = providers.map((one) => one.id);
  makeSession(people.facilitator, office, { providers: [pins ?? ""], theme: "reputation", privateNote: "À ménager." });
  makeSession(people.facilitator, office, { providers: [phare ?? ""], theme: "legal", duration: 30 });
}

for (const javaScript of [true, false]) {
  test(`the log is filtered and exported with the same filters${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    fill(world);
    const page = await as("facilitator", { javaScript });
    await page.goto("/coaching");
    await expect(
      page.getByText("2 séances · 2 participations · 2 prestataires accompagnés · 1 h 30 avec les prestataires"),
    ).toBeVisible();
    await page.getByLabel("Thème").selectOption({ label: "E-réputation" });
    await page.getByRole("button", { name: "Filtrer" }).click();
    await expect(page).toHaveURL(/theme=reputation/);
    await expect(page.getByText("Depuis le début · Thème : E-réputation")).toBeVisible();
    await expect(page.getByRole("link", { name: "Gîte des Pins" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Hôtel du Phare" })).toBeHidden();
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Exporter en Excel" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^seances-\d{4}-\d{2}-\d{2}\.xlsx$/);
    const [sessions] = await readXlsxFile(await readFile(await download.path()));
    expect(sessions?.data).toHaveLength(2);
    expect(JSON.stringify(sessions?.data)).toContain("À ménager.");
  });
}

test("the director's file holds no private note; the colleague and the provider get none", async ({ as, world }) => {
  fill(world);
  const director = await as("director");
  const file = await director.request.get("/coaching/export.csv");
  expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await file.text()).toContain("Gîte des Pins");
  expect(await file.text()).not.toContain("À ménager");
  for (const person of ["colleague", "provider"] as const) {
    const other = await as(person);
    expect((await other.request.get("/coaching/export.csv")).status()).toBe(403);
    expect((await other.request.get("/coaching/export.xlsx")).status()).toBe(403);
  }
});

for (const javaScript of [true, false]) {
  test(`other work is noted, corrected and deleted${javaScript ? "" : ", without JavaScript"}`, async ({ as }) => {
    const page = await as("facilitator", { javaScript });
    await page.goto("/coaching");
    await page.getByRole("link", { name: "Autre travail" }).click();
    await page.getByText("Réunion", { exact: true }).click();
    await page.getByLabel("Durée").fill("2h");
    await page.getByLabel("En une ligne").fill("Comité des partenaires");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("À part : 1 autre travail, 2 h")).toBeVisible();
    await page.getByRole("link", { name: "Réunion" }).click();
    await page.getByRole("link", { name: "Modifier" }).click();
    await page.getByLabel("Durée").fill("1h30");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("complementary").getByText("1 h 30")).toBeVisible();
    await page.getByRole("link", { name: "Modifier" }).click();
    await page.getByRole("button", { name: "Supprimer" }).click();
    await expect(page.getByText("Aucune séance · aucune participation")).toBeVisible();
  });
}

test("back from a session, the log stands where one was reading", async ({ as, world }) => {
  const [pins] = world.providers;
  for (let nth = 0; nth < 40; nth += 1)
    makeSession(world.people.facilitator, world.office, { providers: [pins?.id ?? ""], duration: 15 + nth });
  const page = await as("facilitator");
  await page.goto("/coaching");
  const low = page.getByRole("link", { name: "Gîte des Pins" }).nth(35);
  await low.scrollIntoViewIfNeeded();
  const before = await page.evaluate<number>("scrollY");
  expect(before).toBeGreaterThan(200);
  await low.click();
  await expect(page).toHaveURL(/\/coaching\/[\w-]{36}$/);
  await page.goBack();
  await expect.poll(() => page.evaluate<number>("scrollY")).toBe(before);
});
