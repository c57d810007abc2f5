import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

// Documents are written and read again, page after page.
test.setTimeout(120_000);

for (const javaScript of [true, false]) {
  test(`a director has a report sent each quarter, to whom he chooses${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as("director", { javaScript });
    await page.goto("/reports");
    await page.getByRole("link", { name: "Envois programmés" }).click();
    await page.getByRole("button", { name: "Programmer", exact: true }).click();
    await expect(page.getByText("Cochez au moins une ligne.")).toBeVisible();
    await page.getByLabel("À la fin de").selectOption({ label: "Chaque trimestre" });
    await page.getByRole("checkbox", { name: "Anaïs Berthou" }).check();
    await page.getByRole("button", { name: "Programmer", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Chaque trimestre" })).toBeVisible();
    await expect(page.getByText("Rien n’est encore parti.")).toBeVisible();

    await page.getByText("Changer les lecteurs").click();
    const item = page.getByRole("listitem").filter({ hasText: "Chaque trimestre" });
    await item.getByRole("checkbox", { name: "Luc Ferrandon" }).check();
    await item.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Anaïs Berthou, Luc Ferrandon")).toBeVisible();
    if (javaScript) expect(await findingsOf(page)).toEqual([]);
    await page.getByRole("button", { name: /^Arrêter/ }).click();
    await expect(page.getByText("Aucun envoi programmé", { exact: false })).toBeVisible();
  });
}
