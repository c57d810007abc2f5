import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { listChoices, unsubscribe } from "./choices.server";
import { collectNews } from "./collect.server";
import { sendDigests } from "./digest.commands.server";
import { markRead } from "./news-list.commands.server";
import { countUnread } from "./news-list.queries.server";
import { describeNews } from "./news-list.server";

openTestDatabase({ at: "2026-11-24T09:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  sqlite().prepare("UPDATE providers SET referent_id = ? WHERE id = ?").run(facilitator.userId, gite.id);
  const host = makeProviderLogin(facilitator, gite);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const add = (title: string, more: object = {}) =>
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title, ...more })).id;
  const addContact = (name: string, email: string) =>
    sqlite()
      .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, ?, ?, 0)")
      .run(newId(), office.id, gite.id, name, email);
  const addressOf = (userId: string) =>
    sqlite().prepare<[string], string>("SELECT email FROM users WHERE id = ?").pluck().get(userId) ?? "";
  return { office, facilitator, gite, host, add, addContact, addressOf };
}

describe("who hears of a provider's news", () => {
  it("a login whose address is no contact's gets them at its own address, and chooses the kinds of a host", () => {
    const { gite, host, add, addressOf } = setUp();
    const id = add("Répondre aux avis");
    collectNews(gite.id);
    sendDigests(gite.id);
    const mail = lastMailTo(addressOf(host.userId));
    expect(mail?.text).toContain("• Répondre aux avis");
    expect(mail?.text).toContain(`/my?step=${id}`);
    expect(mail?.text).not.toMatch(/\/p\/|\/answers\//);
    const self = { kind: "host" as const, id: host.userId };
    expect(listChoices(self).map((one) => one.kind)).toContain("newSteps");
    unsubscribe(self);
    add("Refaire les photos");
    collectNews(gite.id);
    sendDigests(gite.id);
    expect(lastMailTo(addressOf(host.userId))?.text).not.toContain("Refaire les photos");
  });

  it("two spouses who share a mailbox get one mail, to both names; a login with that address gets no second one", () => {
    const { gite, host, add, addContact, addressOf } = setUp();
    const email = addressOf(host.userId);
    addContact("Odile", email);
    addContact("Marc", email);
    add("Répondre aux avis");
    collectNews(gite.id);
    expect(sendDigests(gite.id).mails).toBe(1);
    expect(lastMailTo(email)?.text).toContain("Bonjour Odile et Marc,");
  });
});

describe("the list of news", () => {
  it("shows a host what is published, unread first, and never a draft; read, it is mailed no more", () => {
    const { gite, host, add, addressOf } = setUp();
    const id = add("Répondre aux avis");
    add("Refaire les photos", { publication: "draft" });
    collectNews(gite.id);
    const { news } = describeNews(host, "host");
    expect(news.unread).toMatchObject([{ title: "Répondre aux avis", to: `/my?step=${id}` }]);
    markRead(host, "host", news.unread[0]?.id);
    expect(describeNews(host, "host").news).toMatchObject({ unread: [], read: [{ title: "Répondre aux avis" }] });
    sendDigests(gite.id);
    expect(lastMailTo(addressOf(host.userId))).toBeUndefined();
  });

  it("tells the referent of an answer, opens the very action, and leaves another person's news alone", () => {
    const { office, facilitator, gite, host, add } = setUp();
    const id = add("Répondre aux avis");
    answerAction(host, authorize(host, "plan.answer", getAction(host, id, "plan.answer")), {
      answer: "blocked",
      comment: "Aidez-moi",
    });
    collectNews(gite.id);
    const [line] = describeNews(facilitator, "office").news.unread;
    expect(line).toMatchObject({ to: `/actions/${id}`, title: "Gîte des Pins · Répondre aux avis" });
    const colleague = makeMember(office.id, "facilitator");
    markRead(colleague, "office", line?.id);
    expect(countUnread(colleague, "office")).toBe(0);
    expect(countUnread(facilitator, "office")).toBe(1);
    markRead(facilitator, "office", undefined);
    expect(countUnread(facilitator, "office")).toBe(0);
  });
});
