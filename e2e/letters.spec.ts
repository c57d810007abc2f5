import { sqlite } from "~/db/client.server";
import { makeLetter, makeNews } from "~/testing/factories/resource";
import { expect, test } from "./fixtures";

/** The last mail of this kind to this address, as the relay would get it. */
const lastMail = (recipient: string, kind: string) =>
  sqlite()
    .prepare<[string, string], { text: string; unsubscribe_url: string | null }>(
      "SELECT text, unsubscribe_url FROM mails WHERE recipient = ? AND kind = ? ORDER BY created_at DESC LIMIT 1",
    )
    .get(recipient, kind);
const pathIn = (text: string, start: string) => new RegExp(`${start}[\\w.-]+`).exec(text)?.[0] ?? "";

for (const javaScript of [true, false]) {
  test(`a host says yes, gets the letter and leaves it${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
    browser,
  }) => {
    test.setTimeout(90_000);
    const provider = world.providers[0]?.id ?? "";
    const email = `odile.${provider.slice(-8)}@hote.example`;
    sqlite()
      .prepare(
        "INSERT INTO contacts (id, owner_id, provider_id, name, email, newsletter_consent_at, created_at) VALUES (?, ?, ?, 'Odile Fontanel', ?, 1, 1)",
      )
      .run(`0190a0a0-2222-7000-8000-${provider.slice(-12)}`, world.office.id, provider, email);
    makeNews(world.people.facilitator, world.office, { title: "Les cartes de la baie à jour" });

    const page = await as("facilitator", { javaScript });
    await page.goto("/resources/watch");
    await page.getByRole("link", { name: "Lettres aux prestataires" }).click();
    await page.getByRole("link", { name: "Préparer une lettre" }).click();
    await page.getByLabel("Objet").fill("Nos nouvelles");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Choisissez au moins une nouvelle.").first()).toBeVisible();
    await expect(page.getByLabel("Objet")).toHaveValue("Nos nouvelles");
    await page.getByLabel(/Les cartes de la baie/).check();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("button", { name: "Personne n’a encore confirmé" })).toBeDisabled();
    await page.getByRole("button", { name: "Demander à 1 personne de confirmer" }).click();
    await expect(page.getByRole("status")).toContainText("1 personne va recevoir la demande.");

    const reader = await (
      await browser.newContext({ javaScriptEnabled: javaScript, viewport: { width: 390, height: 800 } })
    ).newPage();
    const confirm = pathIn(lastMail(email, "letterConfirm")?.text ?? "", "/letters/confirm/");
    await reader.goto(confirm);
    await reader.goto(confirm);
    await page.reload();
    await expect(page.getByRole("button", { name: "Personne n’a encore confirmé" })).toBeDisabled();
    await reader.getByRole("button", { name: "Oui, je veux la lettre" }).click();
    await expect(reader.getByRole("status")).toContainText("Vous recevrez la prochaine lettre.");

    await page.reload();
    const list = await page.request.get((await page.getByRole("link", { name: /Liste de ceux/ }).getAttribute("href")) ?? "");
    expect(await list.text()).toContain(email);
    await page.getByRole("button", { name: "Envoyer à 1 personne" }).click();
    await expect(page.getByRole("status")).toContainText("La lettre part à 1 personne.");
    await expect(page.getByRole("button", { name: /Envoyer/ })).toHaveCount(0);

    const letter = lastMail(email, "letter");
    expect(letter?.text).toContain("Les cartes de la baie à jour");
    const off = pathIn(letter?.unsubscribe_url ?? "", "/letters/off/");
    await reader.goto(off);
    await expect(reader.getByRole("button", { name: "Ne plus la recevoir" })).toBeVisible();
    // What a mail program posts (RFC 8058): from anywhere, without a cookie.
    const oneClick = { form: { "List-Unsubscribe": "One-Click" }, headers: { origin: "https://mail.example" } };
    expect((await reader.request.post(off, oneClick)).status()).toBe(200);
    await page.reload();
    await expect(page.getByText("Ont dit oui à la lettre : 0. Ont confirmé par un clic : 0.")).toBeVisible();
    await reader.context().close();
  });
}

for (const javaScript of [true, false]) {
  test(`a host asks for the letter in their own space, confirms, and leaves it${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
    browser,
  }) => {
    const provider = world.providers[0]?.id ?? "";
    const email = String(sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(world.people.provider.userId));
    const contactId = `0190a0a0-3333-7000-8000-${provider.slice(-12)}`;
    sqlite()
      .prepare(
        "INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile Fontanel', ?, 1)",
      )
      .run(contactId, world.office.id, provider, email);
    makeLetter(world.people.facilitator, world.office);
    const host = await as("provider", { javaScript, width: 390 });
    await host.goto("/my/messages");
    await host.getByRole("button", { name: "Recevoir la lettre" }).click();
    await expect(host.getByRole("status").filter({ hasText: `Un message part à ${email}.` })).toBeVisible();
    await expect(host.getByRole("button", { name: "Renvoyer le message" })).toBeVisible();
    const confirm = pathIn(lastMail(email, "letterConfirm")?.text ?? "", "/letters/confirm/");
    const mailbox = await (await browser.newContext({ javaScriptEnabled: javaScript })).newPage();
    await mailbox.goto(confirm);
    await host.reload();
    await expect(host.getByText(/la lettre viendra après votre clic/)).toBeVisible();
    await mailbox.getByRole("button", { name: "Oui, je veux la lettre" }).click();
    await expect(mailbox.getByRole("status")).toContainText("Vous recevrez la prochaine lettre.");
    await host.reload();
    await expect(host.getByText(`Vous la recevez à ${email}.`)).toBeVisible();
    await host.getByRole("button", { name: "Ne plus la recevoir" }).click();
    await expect(host.getByRole("status").filter({ hasText: "vous ne recevrez pas cette lettre" })).toBeVisible();
    await expect(host.getByRole("button", { name: "Recevoir la lettre" })).toBeVisible();
    await mailbox.context().close();
  });
}
