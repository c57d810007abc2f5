import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { besideOfLogin } from "~/features/accounts/beside.queries.server";
import { signInLinkMail } from "~/features/accounts/emails.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { changePassword } from "~/features/accounts/profile.commands.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";

openTestDatabase();

function setUp() {
  const office = makeOrganisation({ name: "Office du Médoc" });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const writer = makeMember(office.id, "facilitator", { name: "Noé Castaing" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const set = sqlite().prepare("UPDATE users SET phone = ?, present_days = ? WHERE id = ?");
  set.run("+33199000102", "[2,4]", facilitator.userId);
  set.run("+33199000103", "[1]", writer.userId);
  sqlite().prepare("UPDATE providers SET referent_id = ? WHERE id = ?").run(facilitator.userId, gite.id);
  const contactId = newId();
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', 'odile@gite.example', 0)",
    )
    .run(contactId, office.id, gite.id);
  const send = (more: { contactId?: string; writerId?: string; providerId?: null }) => {
    const mail = {
      kind: "essai",
      ownerId: office.id,
      providerId: gite.id,
      recipient: "odile@gite.example",
      locale: "fr" as const,
    };
    const id = queueHostMail({ ...mail, ...more }, () => ({ subject: "Essai", greeting: "Bonjour,", paragraphs: [], foot: [] }));
    const row = sqlite().prepare<[string], { text: string; html: string; to: string }>(
      "SELECT text, html, reply_to AS 'to' FROM mails WHERE id = ?",
    );
    return row.get(id);
  };
  const mailOf = (userId: string) => String(sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(userId));
  return { office, facilitator, writer, gite, contactId, send, mailOf };
}

/** Who writes mails without the host's foot, and why that is right: none of them is to a host alone. */
const toStaff: Record<string, string> = {
  "accounts/host-mail.commands.server.ts": "the one that adds it",
  "accounts/invitations.commands.server.ts": "an invitation to a role of the office",
  "accounts/profile.commands.server.ts": "a password that changed; a host's shows the same foot",
  "accounts/sign-in-links.commands.server.ts": "a sign-in link; a host's shows the same foot",
  "agenda/tell.server.ts": "an appointment, for the facilitator",
  "dashboards/goal-warnings.server.ts": "a goal that fell behind, for whoever answers for it",
  "notifications/send-digest.server.ts": "the digest of the office's people",
  "providers/handover.commands.server.ts": "a hand-over, between facilitators",
  "reports/scheduled.server.ts": "a report, to people of the office",
  "resources/letter-mail.server.ts": "the letter of an office: bulk, with the same foot",
  "webhooks/stopped-mail.server.ts": "a webhook that stopped",
  "workshops/callback-mail.server.ts": "a visitor who asks to be called, for whoever runs the workshop",
  "workshops/invitation-mails.server.ts": "a call to another office",
};

const root = "app/features";
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes(".test."),
);

describe("mails to hosts", () => {
  it("are all written through the one that shows who stands beside", () => {
    const writers = sources.filter((name) => readFileSync(join(root, name), "utf8").includes("queueMail("));
    expect(writers.sort()).toEqual(Object.keys(toStaff).sort());
  });

  it("name the referent, the number, the days and a way to be called, and are answered to them", () => {
    const { send, contactId, facilitator, mailOf } = setUp();
    const mail = send({ contactId });
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain("Anaïs Berthou, votre contact à l’office, Office du Médoc".replace("votre", "Votre"));
      expect(part).toContain("01 99 00 01 02 · Présence\u00a0: mardi et jeudi");
      expect(part).toMatch(/\/p\/[\w-]{43}#contact/);
    }
    expect(mail?.text).toContain("Rappelez-moi\u00a0: ");
    expect(mail?.to).toBe(mailOf(facilitator.userId));
  });

  it("tell somebody whom an import brought what the office does with their data, in the first one of any kind", () => {
    const { send, contactId } = setUp();
    sqlite().prepare("UPDATE contacts SET origin = 'import' WHERE id = ?").run(contactId);
    const first = send({ contactId })?.text;
    for (const part of ["Office du Médoc tient vos coordonnées", "36 mois", "ne plus recevoir", "CNIL"])
      expect(first).toContain(part);
    expect(send({ contactId })?.text).not.toContain("CNIL");
  });

  it("name whoever wrote, and give who signs in the plain address", () => {
    const { send, writer, gite, mailOf } = setUp();
    const mail = send({ writerId: writer.userId });
    expect(mail?.text).toContain("Noé Castaing");
    expect(mail?.text).not.toContain("Anaïs");
    expect(mail?.text).toContain(`/my?provider=${gite.id}#contact`);
    expect(mail?.to).toBe(mailOf(writer.userId));
  });

  it("name the office to someone who is nobody's yet, without a plan to open", () => {
    const { send } = setUp();
    const mail = send({ providerId: null });
    expect(mail?.text).toContain("Office du Médoc");
    expect(mail?.text).not.toContain("Rappelez-moi");
  });

  it("of an account name them too: a sign-in link", () => {
    const { facilitator, gite } = setUp();
    const host = makeProviderLogin(facilitator, gite);
    const mail = signInLinkMail(
      { name: "Odile", locale: "fr" },
      { url: "x", code: "12345678", beside: besideOfLogin(host.userId, "fr")?.signature },
    );
    expect(mail.text).toContain("01 99 00 01 02 · Présence\u00a0: mardi et jeudi");
    expect(mail.text).toContain(`/my?provider=${gite.id}#contact`);
    expect(besideOfLogin(facilitator.userId, "fr")).toBeUndefined();
  });

  it("of a changed password: whom to tell, and an answer that reaches them", async () => {
    const { facilitator, gite, mailOf } = setUp();
    const host = makeProviderLogin(facilitator, gite);
    const changeOf = async (actor: Actor) => {
      const profile = authorize(actor, "profile.edit", { id: actor.userId, userId: actor.userId });
      await changePassword(actor, profile, { password: "quatre vaches sous la pluie" });
      const row = sqlite().prepare<[string], { text: string; to: string | null }>(
        "SELECT text, reply_to AS 'to' FROM mails WHERE recipient = ? ORDER BY created_at DESC LIMIT 1",
      );
      return row.get(mailOf(actor.userId));
    };
    const told = await changeOf(host);
    expect(told?.text).toContain("Anaïs Berthou");
    expect(told?.text).toContain("prévenez votre contact à l’office");
    expect(told?.text).toContain("01 99 00 01 02 · Présence\u00a0: mardi et jeudi");
    expect(told?.text).toContain("Rappelez-moi\u00a0: ");
    expect(told?.to).toBe(mailOf(facilitator.userId));
    const own = await changeOf(facilitator);
    expect(own?.text).not.toContain("Rappelez-moi");
    expect(own?.to).toBeNull();
  });
});
