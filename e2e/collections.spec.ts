import { makeResource } from "~/testing/factories/resource";
import { expect, test } from "./fixtures";

for (const javaScript of [true, false]) {
  const how = javaScript ? "" : ", without JavaScript";

  test(`a collection is made, ordered, followed by a host and read without an account${how}`, async ({ as, world, browser }) => {
    test.setTimeout(120_000);
    const word = `zostere${world.office.id.slice(-6).replace(/\d/g, "x")}`;
    const { facilitator } = world.people;
    const make = (title: string, visibility: string) => makeResource(facilitator, world.office, { title, visibility });
    make(`Compter les ${word}`, "public");
    make(`Peindre les ${word}`, "network");
    const page = await as("facilitator", { javaScript, width: 390 });
    await page.goto("/resources/collections");
    await page.getByRole("link", { name: "Nouveau parcours" }).click();
    await page.getByLabel("Titre").fill(`Ouvrir la baie ${word}`);
    await page.getByLabel("Pour qui").selectOption("public");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Ce parcours est vide.")).toBeVisible();
    await page.getByRole("searchbox", { name: "Ajouter une ressource" }).fill(word);
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.getByRole("button", { name: `Ajouter Compter les ${word}` }).click();
    await page.getByRole("button", { name: `Ajouter Peindre les ${word}` }).click();
    const lines = page.getByRole("list").first().getByRole("listitem");
    await expect(lines).toHaveText([/Compter/, /Peindre[\s\S]*Pas publique/]);
    await page.getByRole("button", { name: `Monter Peindre les ${word}` }).click();
    await expect(lines).toHaveText([/Peindre/, /Compter/]);
    await page.getByRole("link", { name: "Voir le parcours" }).click();
    const open = (await page.getByRole("link", { name: "Page publique" }).getAttribute("href")) ?? "";

    const host = await as("provider", { javaScript, width: 390 });
    await host.goto(open.replace("/library/", "/my/resources/"));
    await host.getByRole("link", { name: `Compter les ${word}` }).click();
    await host.getByRole("button", { name: "C’est fait" }).click();
    await host.goto(open.replace("/library/", "/my/resources/"));
    await expect(host.getByText("1 faite sur 2")).toBeVisible();

    const anybody = await (await browser.newContext({ javaScriptEnabled: javaScript })).newPage();
    await anybody.goto(open);
    await expect(anybody.getByRole("heading", { name: `Ouvrir la baie ${word}` })).toBeVisible();
    await expect(anybody.getByRole("listitem")).toHaveText([/Compter/]);
    await anybody.getByRole("link", { name: `Compter les ${word}` }).click();
    await expect(anybody.getByRole("heading", { name: `Compter les ${word}` })).toBeVisible();
    await anybody.context().close();
  });
}
