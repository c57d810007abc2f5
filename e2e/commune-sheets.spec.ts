import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { readPdf } from "~/testing/read-pdf";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

// Documents are written and read again, page after page.
test.setTimeout(120_000);

test("a director takes a commune's sheet from the dashboard, and all of them at once", async ({ as, world }) => {
  const { people, office, providers } = world;
  makeSession(people.facilitator, office, { providers: [providers[0]?.id ?? ""], heldOn: dayIn("Europe/Paris", Date.now()) });
  const page = await as("director");
  await page.goto("/dashboard");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF Soulac-sur-Mer" }).click();
  const sheet = await waiting;
  expect(sheet.suggestedFilename()).toBe("Soulac-sur-Mer.pdf");
  const { pages, text, isTagged } = await readPdf(await readFile(await sheet.path()));
  expect({ pages: pages.length, isTagged }).toEqual({ pages: 1, isTagged: true });
  expect(text).toContain("Moins de 5 prestataires du tourisme sont connus à Soulac-sur-Mer");
  expect(text).not.toContain("Gîte des Pins");

  await page.goto("/reports");
  await page.getByRole("link", { name: "Fiches des communes" }).click();
  expect(await findingsOf(page)).toEqual([]);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Toutes les fiches (ZIP)" }).click();
  const files = unzipSync(await readFile(await (await coming).path()));
  expect(Object.keys(files)).toEqual(["Soulac-sur-Mer.pdf"]);
});
