import { sqlite } from "~/db/client.server";
import { makeSession } from "~/testing/factories/session";
import { expect, test, type World } from "./fixtures";

function logOne({ people, office, providers }: World): string {
  const contact = "INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, ?, ?, 0)";
  const [pins] = providers;
  sqlite().prepare(contact).run(crypto.randomUUID(), office.id, pins?.id, "Maëlle Garricq", `${office.slug}@hote.example`);
  return makeSession(people.facilitator, office, {
    providers: [pins?.id ?? ""],
    note: "Deux réponses aux avis écrites ensemble.",
    privateNote: "Situation difficile, à ménager.",
    nextStep: "Répondre à chaque avis",
    nextStepDue: "fortnight",
  });
}

for (const javaScript of [true, false]) {
  test(`a summary is read again and sent in one tap${javaScript ? "" : ", without JavaScript"}`, async ({ as, world }) => {
    const id = logOne(world);
    const page = await as("facilitator", { javaScript });
    await page.goto(`/coaching/${id}`);
    await page.getByRole("link", { name: "Préparer le récapitulatif" }).click();
    const body = page.getByLabel("Message");
    await expect(body).toHaveValue(/Deux réponses aux avis écrites ensemble\./);
    await expect(body).toHaveValue(/– Répondre à chaque avis, d’ici le /);
    await expect(body).not.toHaveValue(/ménager/);
    await expect(page.getByLabel("Maëlle Garricq")).toBeChecked();
    await body.fill(`${await body.inputValue()}\n\nMerci pour le café.`);
    await page.getByRole("button", { name: "Envoyer le récapitulatif" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Le récapitulatif part à un contact." })).toBeVisible();
    const mail = sqlite().prepare("SELECT * FROM mails WHERE recipient = ?").get(`${world.office.slug}@hote.example`);
    expect(mail).toMatchObject({ reply_to: expect.stringContaining("@test.example"), owner_id: world.office.id });
    expect(JSON.stringify(mail)).toContain("Merci pour le café.");
    expect(JSON.stringify(mail)).not.toContain("ménager");
    await page.getByRole("link", { name: "Récapitulatif déjà envoyé" }).click();
    await expect(page.getByText(/^Maëlle Garricq, le /)).toBeVisible();
  });
}

test("a printed summary holds on one A4, without the form", async ({ as, world }) => {
  const page = await as("facilitator");
  await page.goto(`/coaching/${logOne(world)}/summary`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Envoyer le récapitulatif" })).toBeHidden();
  await expect(page.getByText("Deux réponses aux avis écrites ensemble.").last()).toBeVisible();
});
