import { authorize } from "~/access/authorized";
import { forgetConfig } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { deliver } from "~/email/send.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { newId } from "~/lib/ids";
import { openRelay } from "~/testing/relay";
import { expect, test, type World } from "./fixtures";

/** A contact who reads news at once, and the steps that are news. */
function publish(world: World, ...titles: string[]): string {
  const { facilitator } = world.people;
  const head = getPlanHead(facilitator, world.providers[0]?.id ?? "", "plan.edit");
  const contactId = newId();
  const email = `${contactId}@gite.example`;
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, origin, created_at) VALUES (?, ?, ?, 'Odile', ?, 'import', 0)",
    )
    .run(contactId, head.ownerId, head.id, email);
  sqlite()
    .prepare("INSERT INTO notice_choices (person_id, kind, frequency, chosen_at) VALUES (?, 'newSteps', 'now', 0)")
    .run(contactId);
  // Someone without an address: the office reads that nothing left, and why.
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, created_at) VALUES (?, ?, ?, 'Basile Roux', 1)")
    .run(newId(), head.ownerId, head.id);
  for (const title of titles) {
    const draft = title.startsWith("Brouillon") ? { publication: "draft" } : {};
    const input = actionSchema.parse({ id: newId(), title, ...draft });
    addAction(facilitator, authorize(facilitator, "plan.edit", head), input);
  }
  return email;
}

/** The text of the first mail to an address, as a real SMTP server received it from our own transport. */
async function readBySmtp(email: string): Promise<{ head: string; text: string }> {
  const find = sqlite().prepare<[string], { id: string }>("SELECT id FROM mails WHERE recipient = ? AND kind = 'digest'");
  await expect.poll(() => find.get(email)?.id, { timeout: 15_000 }).toBeTruthy();
  const row = sqlite()
    .prepare<[string], Parameters<typeof deliver>[0]>(
      "SELECT id, recipient, reply_to AS replyTo, subject, html, text, unsubscribe_url AS unsubscribeUrl FROM mails WHERE id = ?",
    )
    .get(find.get(email)?.id ?? "");
  if (!row) throw new Error("no mail");
  const relay = await openRelay();
  process.env.SMTP_URL = relay.url;
  forgetConfig();
  await deliver({ ...row, attachments: [] });
  process.env.SMTP_URL = "";
  forgetConfig();
  await relay.close();
  const [received = ""] = relay.received;
  const [head = ""] = received.split("\r\n\r\n");
  const [, plain = ""] = received.split(/Content-Type: text\/plain[\s\S]*?\r\n\r\n/);
  return { head, text: decode(plain.split("\r\n--")[0] ?? "") };
}

/** Quoted-printable to text. */
function decode(part: string): string {
  const bytes = part
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

test("the digest arrives by SMTP with what is new, and its one-click answer asks before it is kept", async ({
  as,
  world,
  browser,
  baseURL,
}) => {
  const email = publish(world, "Répondre aux avis", "Brouillon à relire", "Refaire la photo d’accueil");
  const { head, text } = await readBySmtp(email);
  expect(head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(head).toMatch(/Reply-To: .*@/);
  for (const part of [
    "• Répondre aux avis",
    "• Refaire la photo d’accueil",
    "Anaïs Berthou",
    "Rappelez-moi",
    "C’est notre premier message",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("Brouillon à relire");

  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    locale: "fr-FR",
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  const [, done = ""] = /Répondre aux avis[^•]*C’est fait\s: (\S+)/.exec(text) ?? [];
  const states = () =>
    sqlite().prepare("SELECT state FROM actions WHERE provider_id = ? ORDER BY position").pluck().all(world.providers[0]?.id);
  await page.goto(done);
  await page.goto(done);
  await expect(page.getByRole("heading", { name: "Vous confirmez ?" })).toBeVisible();
  await expect(page.getByText("« Répondre aux avis » : c’est fait.")).toBeVisible();
  expect(states()[0]).toBe("todo");
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByRole("heading", { name: "C’est noté" })).toBeVisible();
  expect(states()[0]).toBe("done");
  await page.goto(done);
  await expect(page.getByRole("heading", { name: "Cette réponse ne peut plus servir" })).toBeVisible();

  const [, step = ""] = /Refaire la photo d’accueil[^•]*Ouvrir cette étape\s: (\S+)/.exec(text) ?? [];
  await page.goto(step);
  await expect(page.getByRole("heading", { name: "Refaire la photo d’accueil" })).toBeVisible();
  await context.close();

  const office = await as("facilitator", { javaScript: false, width: 390 });
  await office.goto("/mails");
  await office.getByRole("link", { name: "Pas envoyés" }).click();
  await expect(office.getByText("Basile Roux").first()).toBeVisible();
  await expect(office.getByText("Il n’y a pas d’adresse e-mail.").first()).toBeVisible();
});
