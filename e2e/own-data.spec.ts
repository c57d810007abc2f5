import { makeSession } from "~/testing/factories/session";
import { expect, test } from "./fixtures";

test("a host asks for all that is kept; the office reads it, hands it over, and the host reads it on a phone", async ({
  as,
  world,
}) => {
  const { office, people, providers } = world;
  const mine = [providers[0]?.id ?? ""];
  makeSession(people.facilitator, office, { providers: mine, note: "Photos refaites.", privateNote: "Hésite à vendre." });

  const host = await as("provider", { javaScript: false, width: 390 });
  await host.goto("/my");
  await host.getByText("Menu", { exact: true }).click();
  await host.getByRole("link", { name: "Mes données" }).click();
  await host.getByRole("link", { name: "Lire mes données" }).click();
  await expect(host.getByText("Photos refaites.")).toBeVisible();
  await expect(host.getByText("Hésite à vendre.")).toBeHidden();
  await host.getByRole("link", { name: "Retour à mes données" }).click();
  await host.getByText("Demander tout ce que l’office garde, notes comprises").click();
  await host.getByRole("button", { name: "Envoyer la demande" }).first().click();
  await expect(host.getByText(/Accès à mes données · .* en attente/)).toBeVisible();

  const facilitator = await as("facilitator", { javaScript: false });
  await facilitator.goto("/requests");
  await facilitator.getByRole("link", { name: /^Relire et remettre/ }).click();
  await expect(facilitator.getByText("Hésite à vendre.")).toBeVisible();
  makeSession(people.facilitator, office, { providers: mine, privateNote: "Préfère le mardi." });
  await facilitator.getByRole("button", { name: "Remettre ce que j’ai relu" }).click();
  await expect(facilitator.getByText(/a changé depuis votre lecture/)).toBeVisible();
  await expect(facilitator.getByText("Préfère le mardi.")).toBeVisible();
  await facilitator.getByLabel("Réponse au prestataire").fill("Tout y est.");
  await facilitator.getByRole("button", { name: "Remettre ce que j’ai relu" }).click();
  await expect(facilitator.getByRole("link", { name: /^Relire et remettre/ })).toBeHidden();

  await host.reload();
  await expect(host.getByText(/prête à lire · Tout y est\./)).toBeVisible();
  await host.getByRole("link", { name: "Lire mes données" }).click();
  await expect(host.getByRole("heading", { name: "Ce que l’office garde de Gîte des Pins" })).toBeVisible();
  await host.getByRole("link", { name: "Séances et notes (2)" }).click();
  for (const note of ["Photos refaites.", "Hésite à vendre.", "Préfère le mardi."])
    await expect(host.getByText(note)).toBeVisible();
  const width = await host.evaluate(() => document.documentElement.scrollWidth).catch(() => 390);
  expect(width).toBeLessThanOrEqual(390);
  await host.goto("/my/data");
  const file = await host.request.get((await host.getByRole("link", { name: /JSON/ }).getAttribute("href")) ?? "");
  expect(JSON.stringify(await file.json())).toContain("Préfère le mardi.");
});
