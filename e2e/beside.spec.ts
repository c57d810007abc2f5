import { sqlite } from "~/db/client.server";
import { expect, test } from "./fixtures";
import { readIds } from "./ids";
import { sendLink } from "./page-link";
import { routes } from "./routes";

const days = "Présence : mardi et jeudi";

test("each page of a host shows who stands beside, their number and days, and takes « Rappelez-moi » there", async ({
  as,
  world,
}) => {
  test.setTimeout(90_000);
  const ids = readIds(world);
  sqlite()
    .prepare("UPDATE users SET phone = '+33199000102', present_days = '[2,4]' WHERE id = ?")
    .run(world.people.facilitator.userId);
  const host = await as("provider", { javaScript: false, width: 390 });
  const pages = Object.entries(routes)
    .filter(([name, route]) => name.startsWith("_my.") && !route.isPost && !name.includes("[.]"))
    .map(([, route]) => route.path(ids));
  expect(pages.length).toBeGreaterThan(8);
  for (const path of [...pages, `/p/${sendLink(world)}`]) {
    await host.goto(path);
    const beside = host.getByRole("region", { name: "Votre contact à l’office" });
    await expect(beside, path).toContainText("Anaïs Berthou");
    await expect(beside, path).toContainText(days);
    await expect(beside.getByRole("link", { name: "01 99 00 01 02" }), path).toBeVisible();
    await expect(beside.getByText("Rappelez-moi"), path).toBeVisible();
  }
  await host.goto("/my/news");
  await host.getByText("Rappelez-moi").click();
  await host.getByRole("button", { name: "Demander à être rappelé" }).click();
  await expect(host.getByRole("heading", { name: "Nouvelles" })).toBeVisible();
  await expect(host.getByText("Anaïs Berthou vous rappellera.")).toBeVisible();
});

test("an old page link still shows whom to call, and takes « Rappelez-moi »", async ({ world, page }) => {
  const token = sendLink(world);
  sqlite().prepare("UPDATE page_links SET expires_at = 1 WHERE provider_id = ?").run(world.providers[0]?.id);
  await page.goto(`/p/${token}`);
  await expect(page.getByRole("heading", { name: "Ce lien a fait son temps" })).toBeVisible();
  await page.getByText("Rappelez-moi").click();
  await page.getByRole("button", { name: "Demander à être rappelé" }).click();
  await expect(page.getByText("Anaïs Berthou vous rappellera.")).toBeVisible();
});
