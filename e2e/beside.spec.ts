import { config } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { answerKey, unsubscribeKey } from "~/features/notifications/keys.server";
import { confirmKey, offKey } from "~/features/resources/letter-keys.server";
import { makeLink } from "~/features/workshops/links.server";
import { newId } from "~/lib/ids";
import { signToken } from "~/lib/signed-token.server";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { expect, test, type World } from "./fixtures";
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

test("a link taken back names the office alone, and one that opens nothing says how to come in or whom to call", async ({
  world,
  page,
}) => {
  sqlite().prepare("UPDATE organisations SET phone = '+33199000110' WHERE id = ?").run(world.office.id);
  const token = sendLink(world);
  sqlite().prepare("UPDATE page_links SET revoked_at = 1 WHERE provider_id = ?").run(world.providers[0]?.id);
  await page.goto(`/p/${token}`);
  await expect(page.getByRole("heading", { name: "Ce lien n’ouvre plus rien" })).toBeVisible();
  await expect(page.getByRole("link", { name: "01 99 00 01 10" })).toBeVisible();
  await expect(page.getByText("Rappelez-moi")).toHaveCount(0);
  for (const kind of ["p", "answers", "unsubscribe", "letters/confirm", "letters/off", "f", "r", "i"]) {
    const lost = await page.request.get(`/${kind}/${"x".repeat(43)}`);
    expect(lost.status(), kind).toBe(404);
    expect(await lost.text(), kind).toContain("Ce lien n’ouvre rien");
  }
  await page.goto(`/p/${"x".repeat(43)}`);
  await expect(page.getByText("appelez votre office de tourisme")).toBeVisible();
  await page.getByRole("link", { name: "Recevoir un lien par e-mail" }).click();
  await expect(page.getByRole("heading", { name: "Entrer dans mon espace" })).toBeVisible();
  await expect(page.getByLabel("Mot de passe")).toHaveCount(0);
  await page.getByRole("link", { name: "J’ai un mot de passe" }).click();
  await expect(page.getByLabel("Mot de passe")).toBeVisible();
});

/** The pages that a key opens without an account, those of old keys too: the plan, an answer, a workshop's, the choices of mails, the letter's. */
function keyPages(world: World) {
  const { facilitator } = world.people;
  const provider = world.providers[0]?.id ?? "";
  const oldLink = sendLink(world);
  const [contactId, email] = [newId(), `odile.${provider.slice(-8)}@gite.example`];
  sqlite().prepare("UPDATE users SET phone = '+33199000102', present_days = '[2,4]' WHERE id = ?").run(facilitator.userId);
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', ?, 0)")
    .run(contactId, world.office.id, provider, email);
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const workshop = makeWorkshop(facilitator, world.office, { audience: "public", parts: [{ day, from: "14:00", to: "16:00" }] });
  const known = makeRegistration(workshop, { email }).id;
  const visitor = makeRegistration(workshop, { name: "Visiteuse de passage", phone: "01 99 00 05 06" }).id;
  sqlite()
    .prepare("UPDATE workshop_registrations SET provider_id = ?, contact_id = ? WHERE id = ?")
    .run(provider, contactId, known);
  const invited = newId();
  sqlite()
    .prepare(
      "INSERT INTO workshop_invitations (id, workshop_id, organisation_id, provider_id, contact_id, email, sent_by_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
    )
    .run(invited, workshop.id, world.office.id, provider, contactId, email, facilitator.userId);
  const until = Date.now() + 86_400_000;
  const old = Date.now() - 365 * 86_400_000;
  sqlite().prepare("UPDATE page_links SET expires_at = 1 WHERE provider_id = ?").run(provider);
  const hosts = [
    `/p/${oldLink}`,
    `/answers/${answerKey(contactId, newId(), { answer: "done", at: old })}`,
    `/letters/confirm/${confirmKey({ contactId, ownerId: world.office.id }, old)}`,
    `/f/${makeLink(known, "feedback_later", old)}`,
    `/i/${signToken(config().secret, "workshopInvitation", [invited])}`,
    `/r/${makeLink(known, "manage", until)}`,
    `/f/${makeLink(known, "feedback_end", until)}`,
    `/unsubscribe/${unsubscribeKey({ kind: "contact", id: contactId })}`,
    `/letters/off/${offKey({ contactId, ownerId: world.office.id })}`,
  ];
  return { provider, hosts, visitor: `/r/${makeLink(visitor, "manage", until)}` };
}

test("a page that a key opens, an old one too, shows who stands beside, and takes « Rappelez-moi » there", async ({
  world,
  browser,
}) => {
  const { provider, hosts } = keyPages(world);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const host = await context.newPage();
  const calls = sqlite().prepare("SELECT count(*) FROM messages WHERE provider_id = ? AND kind = 'callback'").pluck();
  for (const [number, path] of hosts.entries()) {
    await host.goto(path);
    const beside = host.getByRole("region", { name: "Votre contact à l’office" });
    await expect(beside, path).toContainText("Anaïs Berthou");
    await expect(beside, path).toContainText(days);
    await expect(beside.getByRole("link", { name: "01 99 00 01 02" }), path).toBeVisible();
    await beside.getByText("Rappelez-moi").click();
    await beside.getByRole("button", { name: "Demander à être rappelé" }).click();
    await expect(host.getByText("Anaïs Berthou vous rappellera."), path).toBeVisible();
    expect(calls.get(provider), path).toBe(number + 1);
  }
  await context.close();
});

test("an opinion that is refused comes back as it was filled, and is kept once it is put right, without JavaScript", async ({
  world,
  browser,
}) => {
  const path =
    keyPages(world)
      .hosts.filter((one) => one.startsWith("/f/"))
      .at(-1) ?? "";
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  const deed = page.getByLabel("Qu’allez-vous faire ?");
  const comment = page.getByLabel("Autre chose à nous dire ?");
  const taps = ["4", "juste", "Oui"].map((name) => page.getByRole("radio", { name, exact: true }));
  for (const tap of taps) await tap.check();
  await deed.fill("Répondre chaque lundi");
  await comment.fill("Très clair. ".repeat(400));
  await page.getByLabel(/^L’office peut citer mon avis/).check();
  await page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(page.getByRole("alert")).toContainText("Texte trop long");
  await expect(comment).toHaveAttribute("aria-invalid", "true");
  for (const tap of taps) await expect(tap).toBeChecked();
  await expect(deed).toHaveValue("Répondre chaque lundi");
  await expect(comment).toHaveValue(/^(Très clair\. ){400}$/);
  await expect(page.getByLabel(/^L’office peut citer mon avis/)).toBeChecked();
  await comment.fill("Très clair.");
  await page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(page.getByRole("status")).toContainText("Merci");
  const row = sqlite().prepare("SELECT usefulness, pace, deed, comment, is_quotable FROM workshop_feedback WHERE comment = ?");
  expect(row.get("Très clair.")).toMatchObject({ usefulness: 4, pace: "right", deed: "Répondre chaque lundi", is_quotable: 1 });
  await context.close();
});

test("a visitor who is nobody's provider is called back by whoever runs the workshop", async ({ world, page }) => {
  const { provider, visitor } = keyPages(world);
  await page.goto(visitor);
  await page.getByText("Rappelez-moi").click();
  await page.getByLabel("À quel sujet").fill("Puis-je venir à deux");
  await page.getByRole("button", { name: "Demander à être rappelé" }).click();
  await expect(page.getByText("Anaïs Berthou vous rappellera.")).toBeVisible();
  const mail = sqlite().prepare<[string], { text: string }>(
    "SELECT text FROM mails WHERE kind = 'workshopCallback' AND owner_id = ?",
  );
  expect(mail.get(world.office.id)?.text).toContain("Visiteuse de passage");
  expect(mail.get(world.office.id)?.text).toContain("01 99 00 05 06");
  expect(mail.get(world.office.id)?.text).toContain("Puis-je venir à deux");
  expect(sqlite().prepare("SELECT count(*) FROM messages WHERE provider_id = ?").pluck().get(provider)).toBe(0);
});
