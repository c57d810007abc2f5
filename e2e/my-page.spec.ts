import { addDays, dayIn, mondayOf } from "~/lib/dates";
import { makeSession } from "~/testing/factories/session";
import { findingsOf } from "./axe";
import { expect, test } from "./fixtures";

const today = dayIn("Europe/Paris", Date.now());

test("a facilitator reads her week, her figures and her late plans, and opens the rows", async ({ as, world }) => {
  const provider = world.providers[0]?.id ?? "";
  const late = { nextStep: "Répondre aux avis", nextStepDue: "date", nextStepDate: addDays(today, -3) } as const;
  makeSession(world.people.facilitator, world.office, { providers: [provider], heldOn: mondayOf(today), duration: 90, ...late });
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/today");
  await page.getByRole("link", { name: /notées cette semaine|cette semaine/ }).click();
  await expect(page.getByRole("heading", { name: "Ma semaine" })).toBeVisible();
  await expect(page.getByText("1,5 h notées.")).toBeVisible();
  await expect(page.getByText("Répondre aux avis")).toBeVisible();
  await page
    .getByRole("region", { name: /^Semaine/ })
    .getByRole("link", { name: "1,5 h" })
    .click();
  await expect(page.getByText(/^1,5\sh au total/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Gîte des Pins" })).toBeVisible();
  await page.goto("/dashboard/mine");
  await page.getByRole("link", { name: "Semaine d’avant" }).click();
  await expect(page.getByText("0 h notées.")).toBeVisible();
});

test("charts are copied as an image or as a table by the keyboard; without JavaScript the table remains", async ({
  as,
  world,
}) => {
  makeSession(world.people.facilitator, world.office, {
    providers: [world.providers[0]?.id ?? ""],
    heldOn: today,
    theme: "reputation",
  });
  const page = await as("director");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Copier le tableau : Séances par thème", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copié.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("E-réputation\t1\t100");
  await page.getByRole("button", { name: "Copier l’image : Séances par thème, mois après mois" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copié.")).toHaveCount(2);
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");

  const plain = await as("director", { javaScript: false });
  await plain.goto("/dashboard");
  await expect(plain.getByRole("button", { name: /^Copier/ })).toHaveCount(0);
  await plain.getByText("Voir le tableau").first().click();
  await expect(plain.getByRole("columnheader", { name: "Un an avant" })).toBeVisible();
});

for (const [width, dark] of [
  [390, false],
  [820, true],
  [1440, false],
] as const) {
  test(`axe finds nothing on her page at ${width} px${dark ? ", dark" : ""}`, async ({ as, world }) => {
    const page = await as("facilitator", { width, dark });
    makeSession(world.people.facilitator, world.office, { providers: [world.providers[0]?.id ?? ""], heldOn: today });
    for (const path of ["/dashboard/mine", "/dashboard/counted?set=used", "/dashboard/establishments"]) {
      await page.goto(path);
      expect(await findingsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
