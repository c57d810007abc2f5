import { sqlite } from "~/db/client.server";
import { makeResource } from "~/testing/factories/resource";
import { expect, test } from "./fixtures";

for (const javaScript of [true, false]) {
  const how = javaScript ? "" : ", without JavaScript";

  test(`resources to read again are found from « Aujourd’hui », and read in one tap${how}`, async ({ as, world }) => {
    const { facilitator } = world.people;
    makeResource(facilitator, world.office, { title: "Déclarer son meublé", reviewedOn: "2024-05-02" });
    makeResource(facilitator, world.office, { title: "Aides de la saison 2024", expiresOn: "2024-12-31" });
    const page = await as("facilitator", { javaScript, width: 390 });
    await page.goto("/today");
    await page.getByRole("link", { name: "2 ressources à relire" }).click();
    await expect(page.getByRole("heading", { name: "Ressources à relire" })).toBeVisible();
    await page.getByRole("button", { name: "Relue aujourd’hui : Déclarer son meublé" }).click();
    await expect(page.getByText("« Déclarer son meublé » est notée comme relue aujourd’hui.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Déclarer son meublé", exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Valable un an de plus : Aides de la saison 2024" }).click();
    await expect(page.getByText(/^Rien à relire/)).toBeVisible();
    await page.goto("/today");
    await expect(page.getByRole("link", { name: /ressources? à relire/ })).toHaveCount(0);
  });

  test(`a link that moved takes its new address in one tap${how}`, async ({ as, world }) => {
    const { slug, id } = makeResource(world.people.facilitator, world.office, {
      ...{ title: "L’aide de la carte", kind: "link", url: `https://aide-${world.office.slug}.example/carte` },
    });
    sqlite()
      .prepare(
        "UPDATE resource_links SET state = 'moved', answer = '200', moved_to = 'https://support.example/carte' WHERE resource_id = ?",
      )
      .run(id);
    const page = await as("facilitator", { javaScript });
    await page.goto("/resources");
    await page.getByRole("link", { name: "Liens à revoir" }).click();
    await page.getByRole("button", { name: "Prendre la nouvelle adresse dans L’aide de la carte" }).click();
    await expect(page.getByText("« L’aide de la carte » mène maintenant à https://support.example/carte.")).toBeVisible();
    await expect(page.getByRole("button", { name: /L’aide de la carte/ })).toHaveCount(0);
    await page.goto(`/resources/${slug}`);
    await expect(page.locator('a[href="https://support.example/carte"]').first()).toBeVisible();
    await page.goto(`/resources/${slug}/history`);
    await expect(page.getByText("https://support.example/carte").first()).toBeVisible();
  });
}
