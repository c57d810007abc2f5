import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { queueMail } from "~/email/outbox.server";
import { sendQueuedMail } from "~/email/send-job.server";
import { runDue } from "~/jobs/worker.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { openRelay, type Relay } from "~/testing/relay";
import { resendMail } from "./sent.commands.server";
import { canResend, reasonOf } from "./sent.model";
import { getSentMail, listSentMails } from "./sent.queries.server";
import { describeLastMail, describeSent } from "./sent-page.server";

openTestDatabase();

let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
});
beforeEach(() => {
  relay.received = [];
  relay.answer = (accept) => accept();
});
afterAll(() => relay.close());

const work = () => runDue({ "mail.send": sendQueuedMail }, { error: () => undefined });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const contactId = newId();
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', 'odile@gite.example', 0)",
    )
    .run(contactId, office.id, gite.id);
  const mail = {
    ownerId: office.id,
    recipient: "odlie@gite.example",
    subject: "Votre plan",
    html: "<p>Bonjour</p>",
    text: "Bonjour",
  };
  const id = queueMail({ ...mail, kind: "digest", providerId: gite.id, contactId });
  const become = (state: string, error = "") =>
    sqlite().prepare("UPDATE mails SET state = ?, error = ? WHERE id = ?").run(state, error, id);
  const resend = (actor: Actor, isConfirmed = false) =>
    resendMail(actor, authorize(actor, "mail.resend", getSentMail(actor, id)), { isConfirmed });
  return { office, facilitator, gite, id, become, resend };
}
const stateOf = (id: string) => sqlite().prepare("SELECT state FROM mails WHERE id = ?").pluck().get(id);

describe("what was sent", () => {
  it("is listed for the office's facilitator and director, by state and by provider, with why in plain words", () => {
    const { office, facilitator, gite, become } = setUp();
    become("failed", "550 5.1.1 User unknown");
    const { lines } = describeSent(facilitator, { view: "failed", provider: gite.id });
    expect(lines).toMatchObject([
      { state: "non parvenu", kind: "Récapitulatif", who: "Odile · odlie@gite.example", provider: { name: "Gîte des Pins" } },
    ]);
    expect(lines[0]?.why).toContain("L’adresse n’existe pas");
    expect(describeLastMail(facilitator, gite)?.text).toContain("non parvenu");
    expect(listSentMails(makeMember(office.id, "director"), { view: "all" }).rows).toHaveLength(1);
    expect(listSentMails(facilitator, { view: "sent" }).rows).toEqual([]);
  });

  it("stays within the office, and away from hosts and colleagues", () => {
    const { office, facilitator, gite, id } = setUp();
    const others = [setUp().facilitator, makeProviderLogin(facilitator, gite), makeMember(office.id, "colleague")];
    for (const actor of others) {
      expect(listSentMails(actor, { view: "all" }).rows.filter((row) => row.id === id)).toEqual([]);
      expect(() => getSentMail(actor, id)).toThrow(NotFoundError);
    }
  });
});

describe("sending again", () => {
  it("goes once to the contact's address of today, however often it is asked", async () => {
    const { facilitator, become, resend, id } = setUp();
    sqlite().prepare("DELETE FROM jobs").run();
    become("failed", "550 5.1.1 User unknown");
    resend(facilitator);
    resend(facilitator);
    await work();
    expect(stateOf(id)).toBe("sent");
    expect(relay.received).toHaveLength(1);
    expect(relay.received[0]).toMatch(/^To: odile@gite\.example\r$/m);
    expect(() => resend(facilitator)).toThrow(expect.objectContaining({ key: "mailCannotLeave" }));
  });

  it("asks before what may have arrived leaves again", () => {
    const { facilitator, become, resend, id } = setUp();
    become("uncertain", "250 OK");
    expect(() => resend(facilitator)).toThrow(expect.objectContaining({ key: "mailMaybeArrived" }));
    expect(stateOf(id)).toBe("uncertain");
    resend(facilitator, true);
    expect(stateOf(id)).toBe("waiting");
  });

  it("refuses to write to a contact who left", () => {
    const { facilitator, become, resend } = setUp();
    become("failed", "timeout");
    sqlite().prepare("UPDATE contacts SET ends_on = '2020-01-01'").run();
    expect(() => resend(facilitator)).toThrow(expect.objectContaining({ key: "contactWithoutMail" }));
  });

  it.each([
    ["failed", 0, "yes"],
    ["failed", 31, "no"],
    ["uncertain", 1, "afterAsking"],
    ["sent", 0, "no"],
    ["waiting", 0, "no"],
    ["sending", 0, "no"],
  ] as const)("of a mail %s for %i days: %s", (state, days, answer) => {
    expect(canResend({ state, createdAt: 0 }, days * 86_400_000)).toBe(answer);
  });
});

describe("why it failed", () => {
  it.each([
    ["Can't send mail - all recipients were rejected: 550 5.1.1 <x@y.example>: User unknown", "unknownAddress"],
    ['adresse refusée : "a@b, c@d"', "unknownAddress"],
    ["552 5.2.2 Mailbox full", "fullMailbox"],
    ["Message failed: 450 Boîte pleine", "fullMailbox"],
    ["554 5.7.1 Message rejected as spam", "takenForSpam"],
    ["Invalid login: 535 5.7.8 Authentication failed", "ownPassword"],
    ["connect ECONNREFUSED 127.0.0.1:25", "noAnswer"],
    ["451 4.3.0 Please try again later", "later"],
    ["550 Requested action not taken", "refused"],
  ])("%s", (said, reason) => {
    expect(reasonOf(said)).toBe(reason);
  });
});
