import { sqlite } from "~/db/client.server";
import { newId } from "~/lib/ids";
import { lastMailTo } from "~/testing/factories/mail";
import { expect, test, type World } from "./fixtures";

function addContact(world: World) {
  const [provider] = world.providers;
  const contactId = newId();
  const email = `${contactId}@gite.example`;
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile Fontanel', ?, 0)")
    .run(contactId, provider?.ownerId, provider?.id, email);
  return { contactId, email };
}

const textTo = (email: string): string => lastMailTo(email)?.text ?? "";
const codeIn = (text: string): string => /\d{4} \d{4}/.exec(text)?.[0] ?? "";

test("the facilitator opens the space to a contact, who comes in by the mailed link, then by a typed code, without a password", async ({
  as,
  world,
  page,
}) => {
  const { contactId, email } = addContact(world);
  const facilitator = await as("facilitator", { javaScript: false, width: 390 });
  await facilitator.goto(`/contacts/${contactId}/edit`);
  await facilitator.getByRole("button", { name: "Ouvrir l’accès" }).click();
  await expect(facilitator.getByRole("button", { name: "Fermer l’accès" })).toBeVisible();

  await page.goto(/\/p\/[\w-]{43}/.exec(textTo(email))?.[0] ?? "");
  await expect(page.getByRole("heading", { name: "Bonjour, Gîte des Pins" })).toBeVisible();

  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien par e-mail" }).click();
  await expect.poll(() => lastMailTo(email)?.subject).toContain("lien de connexion");
  await page.getByLabel("Code reçu par e-mail").fill(codeIn(textTo(email)));
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByRole("heading", { name: "Bonjour, Gîte des Pins" })).toBeVisible();

  await facilitator.getByRole("button", { name: "Fermer l’accès" }).click();
  const answer = await page.goto("/my");
  expect(answer?.status()).toBe(404);
});

test("a step is tied to a session that comes out of it, and both pages show it", async ({ as, world }) => {
  const facilitator = await as("facilitator", { javaScript: false });
  await facilitator.goto(`/providers/${world.providers[0]?.id}/plan/new`);
  await facilitator.getByLabel("Étape", { exact: true }).fill("Ouvrir la fiche Google");
  await facilitator.getByRole("button", { name: "Enregistrer" }).click();
  await facilitator.getByRole("link", { name: "Ouvrir la fiche Google" }).last().click();
  const step = facilitator.url();
  await facilitator.getByRole("button", { name: "Noter une séance sur cette étape" }).click();
  await facilitator.getByLabel("Durée").first().fill("30");
  await facilitator
    .getByRole("button", { name: /^Enregistrer/ })
    .first()
    .click();
  await facilitator.goto(step);
  await facilitator.getByRole("link", { name: /^Séance du/ }).click();
  await expect(facilitator.getByRole("link", { name: "Ouvrir la fiche Google" })).toBeVisible();
});
