import { beforeEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction, deleteAction } from "~/features/action-plans/actions.commands.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { commentAction } from "~/features/action-plans/comments.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPageLink } from "~/features/action-plans/links.queries.server";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeContact } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { keepChoices } from "./choices-form.server";
import { confirmClick, readClick } from "./click.server";
import { collectNews, collectReminders } from "./collect.server";
import { sendDigests } from "./digest.commands.server";
import { readUnsubscribeKey, unsubscribeKey } from "./keys.server";
import { describeUnsent } from "./unsent-page.server";

openTestDatabase();
const dayMs = 86_400_000;
const tuesday = Date.parse("2026-11-24T09:00:00Z");
const at = (instant: number) => setClock(() => instant);
beforeEach(() => at(tuesday));

let made = 0;
function setUp(given: { preferredWay?: string; endsOn?: string } = {}) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  sqlite().prepare("UPDATE providers SET referent_id = ? WHERE id = ?").run(facilitator.userId, gite.id);
  const contactId = newId();
  made += 1;
  const email = `odile-${made}@gite.example`;
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, preferred_way, ends_on, created_at) VALUES (?, ?, ?, 'Odile', ?, ?, ?, 0)",
    )
    .run(contactId, office.id, gite.id, email, given.preferredWay ?? "mail", given.endsOn ?? null);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const add = (title: string, more: object = {}) =>
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title, ...more })).id;
  const tell = () => {
    collectNews(gite.id);
    return sendDigests(gite.id).mails;
  };
  return { office, facilitator, gite, contactId, email, add, tell };
}
const keyIn = (email: string, answer: string) => {
  const mail = lastMailTo(email)?.text ?? "";
  return [...mail.matchAll(/\/answers\/(\S+)/g)].map((found) => found[1] ?? "").find((key) => key.includes(`.${answer}.`)) ?? "";
};

describe("a digest", () => {
  it("carries all that is new in one mail a day, opens the very step, and nothing about drafts", () => {
    const { email, add, tell } = setUp();
    // New, and due soon: told once.
    add("Répondre aux avis", { dueOn: "2026-11-26" });
    collectReminders();
    add("Refaire les photos", { publication: "draft" });
    add("Ouvrir la fiche Google");
    expect(tell()).toBe(1);
    const mail = lastMailTo(email);
    expect(mail?.text).toContain("2 nouvelles de votre plan");
    expect(mail?.text).toContain("• Répondre aux avis");
    expect(mail?.text).not.toContain("Refaire les photos");
    const [, token, step] = /\/p\/([\w-]{43})\?step=(\S+)/.exec(mail?.text ?? "") ?? [];
    expect(getPageLink(token ?? "").state).toBe("valid");
    expect(step).toBeTruthy();
    add("Relier les calendriers");
    expect(tell()).toBe(0);
    at(tuesday + dayMs);
    expect(tell()).toBe(1);
    expect(lastMailTo(email)?.text).toContain("Une nouvelle de votre plan");
    expect(tell()).toBe(0);
  });

  it("says nothing of what was seen, done or deleted meanwhile", () => {
    const { facilitator, gite, add, tell, email } = setUp();
    const host = makeProviderLogin(facilitator, gite);
    const [one, two, three] = [add("Un"), add("Deux"), add("Trois")];
    collectNews(gite.id);
    answerAction(host, authorize(host, "plan.answer", getAction(host, one, "plan.answer")), { answer: "done", comment: "" });
    deleteAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, two, "plan.edit")));
    sqlite().prepare("UPDATE actions SET seen_at = 1 WHERE id = ?").run(three);
    tell();
    expect(lastMailTo(email)).toBeUndefined();
  });

  it.each([
    ["who prefers the phone", { preferredWay: "phone" }],
    ["who left", { endsOn: "2026-11-01" }],
  ])("leaves %s in peace", (_label, given) => {
    const { email, add, tell } = setUp(given);
    add("Répondre aux avis");
    tell();
    expect(lastMailTo(email)).toBeUndefined();
  });

  it("keeps quiet in full season, and speaks after it", () => {
    const { office, email, add, tell } = setUp();
    sqlite().prepare("UPDATE organisations SET season_weeks = '[48]' WHERE id = ?").run(office.id);
    add("Répondre aux avis");
    expect(tell()).toBe(0);
    at(tuesday + 7 * dayMs);
    expect(sendDigests().mails).toBeGreaterThan(0);
    expect(lastMailTo(email)?.text).toContain("Répondre aux avis");
  });

  it("comes once a day to a mailbox that reads for two establishments, who waited longest first", () => {
    const { office, facilitator, gite, contactId, email, add, tell } = setUp();
    const inn = makeProvider(facilitator, office, { name: "Auberge du Lac" });
    const { id: otherId } = makeContact(facilitator, inn, { name: "Odile", email });
    add("Répondre aux avis");
    expect(tell()).toBe(1);
    const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, inn.id, "plan.edit"));
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Mettre les horaires à jour" }));
    collectNews(inn.id);
    expect(sendDigests().mails).toBe(0);
    expect(describeUnsent(facilitator, { providerId: inn.id }).lines).toMatchObject([
      {
        subject: "Mettre les horaires à jour",
        who: "Odile",
        why: "Un message est déjà parti aujourd’hui\u00a0: elle partira avec le prochain.",
      },
    ]);
    at(tuesday + dayMs);
    add("Refaire les photos");
    collectNews(gite.id);
    expect(sendDigests().mails).toBe(1);
    expect(lastMailTo(email)?.text).toContain("Mettre les horaires à jour");
    expect(
      sqlite()
        .prepare("SELECT count(*) FROM notices WHERE person_id IN (?, ?) AND mail_id IS NULL")
        .pluck()
        .get(contactId, otherId),
    ).toBe(1);
  });

  it("that did not leave is listed with why, for the office that sends alone", () => {
    const { office, facilitator, gite, add, tell } = setUp({ preferredWay: "phone" });
    add("Répondre aux avis");
    tell();
    const [line] = describeUnsent(facilitator, {}).lines;
    expect(line).toMatchObject({
      subject: "Répondre aux avis",
      state: "pas envoyé",
      why: "La personne préfère le téléphone ou le papier.",
    });
    expect(line?.provider).toMatchObject({ name: "Gîte des Pins" });
    expect(describeUnsent(makeMember(office.id, "colleague"), {}).lines).toEqual([]);
    expect(describeUnsent(makeProviderLogin(facilitator, gite), {}).lines).toEqual([]);
    expect(describeUnsent(makeMember(makeOrganisation().id, "facilitator"), {}).lines).toEqual([]);
  });

  it("tells the referent what was answered, asked and written", () => {
    const { facilitator, gite, add, tell } = setUp();
    const host = makeProviderLogin(facilitator, gite);
    const row = () => authorize(host, "plan.answer", getAction(host, id, "plan.answer"));
    const id = add("Répondre aux avis");
    answerAction(host, row(), { answer: "blocked", comment: "Pas d’accès" });
    commentAction(host, authorize(host, "plan.comment", row()), { id: newId(), text: "Par où commencer ?" });
    tell();
    const email = sqlite().prepare<[string], string>("SELECT email FROM users WHERE id = ?").pluck().get(facilitator.userId);
    expect(lastMailTo(email ?? "")?.text).toContain("Par où commencer\u202f?");
    expect(lastMailTo(email ?? "")?.text).toContain("Gîte des Pins · Répondre aux avis");
  });
});

describe("a reminder", () => {
  it("comes in the week before the day, once, and a silent plan's on Monday; both stop when answered", () => {
    const { email, add, contactId, facilitator, gite } = setUp();
    const host = makeProviderLogin(facilitator, gite);
    const id = add("Répondre aux avis", { dueOn: "2026-12-20" });
    sqlite().prepare("UPDATE actions SET seen_at = 1 WHERE id = ?").run(id);
    at(Date.parse("2026-12-14T09:00:00Z"));
    collectReminders();
    collectReminders();
    sendDigests();
    expect(lastMailTo(email)?.text).toContain("Cette étape arrive à son échéance.");
    expect(sqlite().prepare("SELECT count(*) FROM notices WHERE person_id = ? AND kind = 'dueSoon'").pluck().get(contactId)).toBe(
      1,
    );
    at(Date.parse("2027-01-18T09:00:00Z"));
    collectReminders();
    expect(
      sqlite().prepare("SELECT count(*) FROM notices WHERE person_id = ? AND kind = 'silentPlan'").pluck().get(contactId),
    ).toBe(1);
    answerAction(host, authorize(host, "plan.answer", getAction(host, id, "plan.answer")), { answer: "doing", comment: "" });
    sendDigests();
    expect(
      sqlite().prepare("SELECT dropped FROM notices WHERE person_id = ? AND kind = 'silentPlan'").pluck().get(contactId),
    ).toBe("answered");
  });
});

describe("one click", () => {
  it("asks, then answers after a post, for 30 days, and for that step alone", () => {
    const { facilitator, email, add, tell } = setUp();
    const id = add("Répondre aux avis");
    tell();
    const key = keyIn(email, "done");
    expect(readClick(key).asked).toEqual({ title: "Répondre aux avis", answer: "done" });
    expect(getAction(facilitator, id, "plan.view").state).toBe("todo");
    expect(() => readClick(key.replace(".done.", ".doing."))).toThrow(NotFoundError);
    expect(() => readClick(`${key}x`)).toThrow(NotFoundError);
    at(tuesday + 31 * dayMs);
    expect(confirmClick(key, "")).toBe(false);
    at(tuesday + dayMs);
    expect(confirmClick(key, "Avec plaisir")).toBe(true);
    expect(getAction(facilitator, id, "plan.view").state).toBe("done");
    expect(confirmClick(key, "")).toBe(false);
  });

  it("opens nothing for a contact who left since", () => {
    const { contactId, email, add, tell } = setUp();
    add("Répondre aux avis");
    tell();
    sqlite().prepare("UPDATE contacts SET ends_on = '2026-11-24' WHERE id = ?").run(contactId);
    expect(() => confirmClick(keyIn(email, "doing"), "")).toThrow(NotFoundError);
  });
});

describe("unsubscribing", () => {
  it("takes off every list in one click, and a key names one person alone", () => {
    const { contactId, email, add, tell } = setUp();
    const key = unsubscribeKey({ kind: "contact", id: contactId });
    expect(readUnsubscribeKey(key.replace("contact", "user"))).toBeUndefined();
    const person = readUnsubscribeKey(key);
    const fields = new FormData();
    fields.set("List-Unsubscribe", "One-Click");
    expect(person && keepChoices([person], fields)).toBe("stopped");
    add("Répondre aux avis");
    tell();
    expect(lastMailTo(email)).toBeUndefined();
  });

  it("travels in the header of each digest", () => {
    const { email, add, tell } = setUp();
    add("Répondre aux avis");
    tell();
    const url = sqlite().prepare("SELECT unsubscribe_url FROM mails WHERE recipient = ?").pluck().get(email);
    expect(url).toMatch(/\/unsubscribe\/contact\.[\w-]+\.[\w-]{43}$/);
  });
});
