import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { dayIn } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { readPdf } from "~/testing/read-pdf";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

// Documents are written and read again, page after page.
test.setTimeout(120_000);

for (const javaScript of [true, false]) {
  test(`the proofs of chosen criteria leave in one archive${javaScript ? "" : ", without JavaScript"}`, async ({ as, world }) => {
    const { people, office, providers } = world;
    makeSession(people.facilitator, office, { providers: [providers[0]?.id ?? ""], heldOn: dayIn("Europe/Paris", Date.now()) });
    const page = await as("director", { javaScript });
    await page.goto("/reports");
    await page.getByRole("link", { name: "Dossier de preuves" }).click();
    await page.getByRole("button", { name: "Télécharger le dossier (ZIP)" }).click();
    await expect(page.getByText("Cochez au moins un critère.")).toBeVisible();
    const support = page.getByRole("checkbox", { name: /^Accompagner les partenaires/ });
    await expect(support).toBeVisible();
    await support.check();
    if (javaScript) expect(await findingsOf(page)).toEqual([]);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Télécharger le dossier (ZIP)" }).click();
    const files = unzipSync(await readFile(await (await waiting).path()));
    expect(Object.keys(files)).toEqual(["0 Index.pdf", "Critères/01 Accompagner les partenaires.xlsx"]);
    const { text, isTagged } = await readPdf(Buffer.from(files["0 Index.pdf"] ?? []));
    expect(isTagged).toBe(true);
    expect(text).toContain("1 séance");
  });
}
