import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { getGoal } from "~/features/dashboards/goal.queries.server";
import { reviewGoal } from "~/features/dashboards/goal-warnings.commands.server";
import { makeFunder, makeGoal } from "~/testing/factories/goal";
import { readPdf } from "~/testing/read-pdf";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

test.setTimeout(120_000);

const days = { startsOn: "2025-01-01", endsOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10) };

for (const javaScript of [true, false]) {
  test(`a missed goal is told on the dashboard, noted with a line, and its change is asked why${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    const funderId = makeFunder(world.people.director, world.office, "Région Atlantique");
    const { director } = world.people;
    const id = makeGoal(director, world.office, { figure: "sessions", target: 40, ...days, funderId });
    // This one alone: the review of all would look anew at a goal that another journey has just changed.
    reviewGoal(director, getGoal(director, id));
    const page = await as("director", { javaScript });
    await page.goto("/dashboard");
    await page
      .getByRole("region", { name: "Objectifs en retard" })
      .getByRole("link", { name: "Séances : 0 sur 40 à l’échéance" })
      .click();
    if (javaScript) expect(await findingsOf(page, null)).toEqual([]);
    await page.getByLabel("Ce que vous en retenez").fill("Le poste était vacant au printemps.");
    await page.getByRole("button", { name: "J’en prends note" }).click();
    await expect(page.getByText(/\s: Le poste était vacant au printemps\.$/)).toBeVisible();

    await page.getByRole("link", { name: "Modifier" }).click();
    await page.getByLabel("À atteindre").fill("20");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByLabel("À atteindre")).toHaveValue("20");
    await expect(page.getByText("Dites en une ligne pourquoi l’objectif change.").first()).toBeVisible();
    await page.getByLabel("Pourquoi ce changement").fill("Avenant de juin");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("heading", { name: "Historique" })).toBeVisible();
    await expect(page.getByText("Pourquoi : Avenant de juin")).toBeVisible();
    await page.goto("/dashboard");
    await expect(page.getByRole("region", { name: "Objectifs en retard" })).toHaveCount(0);
    await readAgreement(page, javaScript);
  });
}

/** What was promised to the funder, with the change and its reason, on its page and in the report that is sent. */
async function readAgreement(page: Page, javaScript: boolean): Promise<void> {
  await page.goto("/reports/agreements");
  await expect(page.getByText("Région Atlantique").first()).toBeVisible();
  await page.getByRole("link", { name: "Région Atlantique" }).click();
  await expect(page.getByRole("heading", { name: "Convention avec Région Atlantique" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Séances/ })).toContainText("20");
  await expect(page.getByText("Avenant de juin")).toBeVisible();
  if (javaScript) expect(await findingsOf(page)).toEqual([]);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Rapport PDF" }).click();
  const pdf = await readPdf(await readFile(await (await waiting).path()));
  expect(pdf).toMatchObject({ isTagged: true, language: "fr" });
  for (const words of ["Région Atlantique", "Avenant de juin"]) expect(pdf.text).toContain(words);
}
