import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractRawText } from "mammoth";
import readXlsxFile from "read-excel-file/node";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { makeSession } from "~/testing/factories/session";
import { readPdf } from "~/testing/read-pdf";
import { findingsOf } from "./axe";
import { expect, test, type World } from "./fixtures";

// Three documents are written and read again.
test.setTimeout(120_000);

const year = new Date().getFullYear() - 1;

function fill({ people, office, providers }: World): void {
  for (const provider of providers)
    makeSession(people.facilitator, office, {
      providers: [provider.id],
      heldOn: `${year}-03-02`,
      theme: "reputation",
      duration: 90,
    });
}

for (const javaScript of [true, false]) {
  test(`a report is made from the outline, edited, finished and handed over${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    fill(world);
    const page = await as("director", { javaScript });
    await page.goto("/reports");
    await page.getByLabel("Période").selectOption({ label: "L’année dernière" });
    await page.getByRole("button", { name: "Préparer un rapport" }).click();
    await expect(page.getByRole("heading", { name: `Rapport d’activité ${year}` })).toBeVisible();
    await expect(page.getByText("a accompagné 2 prestataires sur 2 connus, en 2 séances et 3 h d’accompagnement")).toBeVisible();

    const opening = page.getByRole("region", { name: "L’essentiel" });
    await opening.getByText("Modifier ce bloc").click();
    await opening.getByLabel("Texte").fill("Une année pleine : {séances}, {participations}.");
    await opening.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Une année pleine : 2 séances, 2 participations.")).toBeVisible();

    await page.getByRole("button", { name: "Terminer le rapport" }).click();
    await expect(page.getByText(/^Terminé · /)).toBeVisible();
    await expect(page.getByText("Modifier ce bloc")).toHaveCount(0);
    await readDocuments(page);
  });
}

async function readDocuments(page: Page): Promise<void> {
  const pdf = await readPdf(await download(page, "PDF"));
  expect(pdf).toMatchObject({ isTagged: true, language: "fr" });
  for (const words of ["Sommaire", "Une année pleine : 2 séances", "E-réputation", "moins de 5"])
    expect(pdf.text).toContain(words);
  const slides = await readPdf(await download(page, "Diapositives (PDF)"));
  expect(slides).toMatchObject({ isTagged: true, language: "fr" });
  expect(slides.text).toContain("Une année pleine : 2 séances");
  expect(slides.sizes.every((size) => size === "960x540")).toBe(true);
  const { value } = await extractRawText({ buffer: await download(page, "DOCX") });
  // Typeset: the sign stays on the line of its word, a number beside what it counts.
  expect(value).toMatch(/Une année pleine[\u00a0\u202f]: 2\sséances, 2\sparticipations\./);
  const sheets = await readXlsxFile(await download(page, "XLSX"));
  const figures = sheets.find(({ sheet }) => sheet === "Chiffres")?.data ?? [];
  expect(figures.find(([name]) => name === "Temps avec les prestataires")?.slice(1, 3)).toEqual([3, 0]);
  for (const text of [pdf.text, value, JSON.stringify(sheets)]) expect(text).not.toContain("Gîte des Pins");
  await page.getByText("Version interne, avec tous les nombres").click();
  expect((await readPdf(await download(page, "PDF", "Version interne"))).text).toContain("Version interne à l’office");
}

async function download(page: Page, format: string, which = "Télécharger"): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: `${which} ${format}`, exact: true }).click();
  return readFile(await (await waiting).path());
}

test("a session added to a reported period asks why, and the report tells the difference", async ({ as, world }) => {
  fill(world);
  const report = makeFinishedReport(world.people.director, world.office);
  const page = await as("facilitator");
  await page.goto("/coaching/new");
  await page.getByLabel("Avec qui").fill("pins");
  await page.getByRole("button", { name: "Ajouter Gîte des Pins" }).click();
  await page.getByLabel("Date", { exact: true }).fill(`${year}-06-03`);
  await page.getByRole("radio", { name: "1 h", exact: true }).check();
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await page.getByLabel("Pourquoi ce changement").fill("Visite retrouvée dans le carnet");
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(page.getByRole("status").filter({ hasText: "La séance est enregistrée." })).toBeVisible();

  await page.goto("/reports");
  await expect(page.getByText("Chiffres corrigés depuis")).toBeVisible();
  await page.goto(`/reports/${report}`);
  const difference = page.getByRole("region", { name: "Corrigé depuis" });
  await expect(difference.getByRole("row", { name: /^Séances 2 3 \+/ })).toBeVisible();
  await expect(difference.getByText(/Anaïs Berthou\s: Visite retrouvée dans le carnet/)).toBeVisible();
  expect(await findingsOf(page)).toEqual([]);
  expect((await readPdf(await download(page, "PDF"))).text).toContain("Visite retrouvée dans le carnet");
});
