import { expect, test } from "./fixtures";

test("a host asks on a phone without JavaScript, loses nothing to a mistake, and reads the answer", async ({ as }) => {
  const host = await as("provider", { javaScript: false, width: 390 });
  await host.goto("/my");
  await host.getByRole("link", { name: "J’ai une question, ou besoin d’aide" }).click();
  await host.getByRole("radio", { name: "être aidé" }).check();
  await host.getByLabel("Votre demande").fill(" ");
  await host.getByRole("button", { name: "Envoyer à l’office" }).click();
  await expect(host.getByRole("radio", { name: "être aidé" })).toBeChecked();
  await host.getByLabel("Votre demande").fill("Mon calendrier est bloqué");
  await host.getByRole("button", { name: "Envoyer à l’office" }).click();
  await expect(host.getByText("reçue", { exact: true })).toBeVisible();

  const facilitator = await as("facilitator", { javaScript: false, width: 390 });
  await facilitator.goto("/requests");
  await facilitator.getByRole("link", { name: "Gîte des Pins · Besoin d’aide" }).click();
  await facilitator.getByRole("button", { name: "Je m’en occupe" }).click();
  await host.reload();
  await expect(host.getByText("en cours, Anaïs Berthou s’en occupe")).toBeVisible();
  await facilitator.getByLabel(/^Répondre à/).fill("Je passe mardi.");
  await facilitator.getByRole("button", { name: "Envoyer la réponse" }).click();
  await host.reload();
  await expect(host.getByText("Je passe mardi.")).toBeVisible();
});
