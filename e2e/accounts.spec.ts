import type { Page } from "@playwright/test";
import { hashPassword } from "~/auth/password.server";
import { lastMailTo } from "~/testing/factories/mail";
import { grantTo, makeUser } from "~/testing/factories/world";
import { expect, test } from "./fixtures";
import { e2e } from "./settings";

const password = "le phare tourne la nuit";
let made = 0;

/** A facilitator of the test's office who has a password. */
async function makeAccount(officeId: string): Promise<string> {
  made += 1;
  const email = `odile-${Date.now()}-${process.pid}-${made}@test.example`;
  grantTo(makeUser({ email, name: "Odile Roux", passwordHash: await hashPassword(password) }), officeId, "facilitator");
  return email;
}

async function signInByPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

async function mailTo(email: string, subject: RegExp): Promise<string> {
  await expect.poll(() => lastMailTo(email)?.subject).toMatch(subject);
  return lastMailTo(email)?.text ?? "";
}

const addressIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "").pathname;
const openBrowser = async (page: Page) => {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  const context = await browser.newContext({ baseURL: e2e.url, locale: "fr-FR" });
  return context.newPage();
};

test("a person signs in by password and lands where they wanted", async ({ page, world }) => {
  const email = await makeAccount(world.office.id);
  await page.goto("/providers?q=pins");
  await expect(page.getByText("Votre session a")).toBeHidden();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Mot de passe").fill("autre chose");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert")).toContainText("E-mail ou mot de passe inconnu");
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await signInByPassword(page, email);
  await expect(page).toHaveURL(/\/providers\?q=pins$/);
  await page.getByRole("button", { name: "Se déconnecter" }).first().click();
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
});

test("a person signs in by the mailed link in the same browser, once", async ({ page, world }) => {
  const email = await makeAccount(world.office.id);
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien par e-mail" }).click();
  await expect(page.getByRole("heading", { name: "Consultez votre messagerie" })).toBeVisible();
  const link = addressIn(await mailTo(email, /lien de connexion/));
  await page.goto(link);
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  const other = await openBrowser(page);
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "Ce lien ne sert plus" })).toBeVisible();
});

test("the mail read on another device gives a code, for either device", async ({ page, world }) => {
  const email = await makeAccount(world.office.id);
  const ask = async () => {
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien par e-mail" }).click();
    await expect(page.getByRole("heading", { name: "Consultez votre messagerie" })).toBeVisible();
  };
  await ask();
  const first = await mailTo(email, /lien de connexion/);
  const phone = await openBrowser(page);
  await phone.goto(addressIn(first));
  await expect(phone.getByText("demandé sur un autre appareil")).toBeVisible();
  await phone.getByLabel("Code reçu par e-mail").fill("0000 0000");
  await phone.getByRole("button", { name: "Me connecter" }).click();
  await expect(phone.getByText("Ce code ne convient pas")).toBeVisible();
  await phone.getByLabel("Code reçu par e-mail").fill(/\d{4} \d{4}/.exec(first)?.[0] ?? "");
  await phone.getByRole("button", { name: "Me connecter" }).click();
  await expect(phone.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  await ask();
  await expect.poll(() => lastMailTo(email)?.text).not.toBe(first);
  await page.getByLabel("Code reçu par e-mail").fill(/\d{4} \d{4}/.exec(lastMailTo(email)?.text ?? "")?.[0] ?? "");
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
});

test("an unknown address gets the same answer", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(`inconnue-${Date.now()}@test.example`);
  await page.getByRole("button", { name: "Recevoir un lien par e-mail" }).click();
  await expect(page.getByRole("heading", { name: "Consultez votre messagerie" })).toBeVisible();
});

test("the director invites, the person joins, is suspended and is out at the next request", async ({ as, page, world }) => {
  const director = await as("director");
  const email = `claire-${Date.now()}@test.example`;
  await director.goto("/settings/people");
  await director.getByRole("link", { name: "Inviter" }).click();
  await director.getByLabel("Nom").fill("Claire Dubosc");
  await director.getByLabel("E-mail").fill(email);
  await director.getByLabel("Animation numérique").check();
  await director.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(director.getByRole("cell", { name: `Claire Dubosc ${email}` })).toBeVisible();

  await page.goto(addressIn(await mailTo(email, /vous invite/)));
  await expect(page.getByText(world.office.name)).toBeVisible();
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Ouvrir mon accès" }).click();
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  await page.goto("/providers");
  await expect(page.getByRole("link", { name: "Gîte des Pins" })).toBeVisible();

  await director.goto("/settings/people");
  await director.getByRole("link", { name: "Claire Dubosc" }).click();
  await director.getByRole("button", { name: "Suspendre l’accès" }).click();
  await expect(director.getByText("Accès suspendu depuis")).toBeVisible();
  await page.goto("/providers");
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  await signInByPassword(page, email);
  await expect(page.getByRole("alert")).toContainText("E-mail ou mot de passe inconnu");
});

test("a device is signed out from another", async ({ as }) => {
  const [here, there] = [await as("facilitator"), await as("facilitator")];
  await there.goto("/today");
  await here.goto("/account");
  await expect(here.getByText("Cet appareil")).toBeVisible();
  await here.getByRole("button", { name: /^Déconnecter\s: / }).click();
  await expect(here.getByRole("status")).toContainText("L’appareil est déconnecté.");
  await there.goto("/today");
  await expect(there.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  await expect(there.getByText("Votre session a pris fin")).toBeVisible();
});

test("a profile is saved without JavaScript, in the language chosen", async ({ as }) => {
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/account");
  await page.getByLabel("Fonction").fill("Conseillère numérique");
  await page.getByLabel("Téléphone").fill("01 99 00 12 34");
  await page.getByLabel("lundi").check();
  await page.getByLabel("Langue").selectOption("en");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await expect(page.getByLabel("Job title")).toHaveValue("Conseillère numérique");
  await expect(page.getByLabel("Monday")).toBeChecked();
});

test("nobody else manages people, and the first page is gone", async ({ as }) => {
  for (const person of ["facilitator", "colleague", "provider"] as const) {
    const response = await (await as(person)).goto("/settings/people");
    expect(response?.status()).toBe(403);
  }
  const page = await as("facilitator");
  expect((await page.goto("/setup"))?.status()).toBe(404);
  expect((await page.goto("/dev/mails"))?.status()).toBe(404);
});
