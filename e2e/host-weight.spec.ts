import { makeSession } from "~/testing/factories/session";
import { expect, test } from "./fixtures";

test("a host's first visit weighs less than 150 kB, and asks for no script", async ({ as }) => {
  const page = await as("provider", { width: 390 });
  const connection = await page.context().newCDPSession(page);
  await connection.send("Network.enable");
  let bytes = 0;
  connection.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto("/my");
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("script[src], link[rel=modulepreload]")).toHaveCount(0);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(150_000);
});

test("a style sheet travels in the strongest form that is taken, and whole to who takes none", async ({ page, request }) => {
  await page.goto("/login");
  const sheet = (await page.locator("link[rel=stylesheet]").first().getAttribute("href")) ?? "";
  const forms: string[] = [];
  const bodies = new Set<string>();
  for (const accepted of ["gzip, deflate, br", "gzip", "identity"]) {
    const answer = await request.get(sheet, { headers: { "accept-encoding": accepted } });
    forms.push(`${answer.headers()["content-encoding"]} ${answer.headers()["cache-control"]}`);
    bodies.add(await answer.text());
  }
  const kept = "public, max-age=31536000, immutable";
  expect(forms).toEqual([`br ${kept}`, `gzip ${kept}`, `undefined ${kept}`]);
  expect(bodies.size).toBe(1);
});

test("an open plan tells once that it was seen, and what is refused takes the focus", async ({ as, world }) => {
  const providers = [world.providers[0]?.id ?? ""];
  makeSession(world.people.facilitator, world.office, { providers, nextStep: "Répondre à trois avis" });
  const page = await as("provider");
  const told = page.waitForRequest((one) => one.method() === "POST" && one.url().includes("/my/seen"));
  await page.goto("/my");
  expect((await (await told).response())?.status()).toBe(204);
  await page.goto("/my/help");
  await page.getByLabel("Votre demande").fill("   ");
  await page.getByRole("button", { name: "Envoyer à l’office" }).click();
  await expect(page.getByLabel("Votre demande")).toBeFocused();
});
