import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { getCoachingSession } from "./queries.server";
import { sendSummary } from "./summary.commands.server";
import { listSummaries } from "./summary.queries.server";
import { getSessionToSummarise, readSummaryPage } from "./summary-page.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const secret = "Situation difficile, à ménager.";

function makeContact(providerId: string, given: { name: string; locale?: "fr" | "en"; endsOn?: string }): string {
  const id = newId();
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, locale, ends_on, created_at) VALUES (?, '', ?, ?, ?, ?, ?, 0)",
    )
    .run(id, providerId, given.name, `${id}@hote.example`, given.locale ?? "fr", given.endsOn ?? null);
  return id;
}
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  sqlite().prepare("UPDATE users SET phone = '+33199000102', present_days = '[2,4]' WHERE id = ?").run(facilitator.userId);
  const [gite, hotel] = [makeProvider(facilitator, office), makeProvider(facilitator, office)];
  const participants = [
    { providerId: gite.id, presence: "present" as const },
    { providerId: hotel.id, presence: "absent" as const },
  ];
  const given = {
    participants,
    note: "Avis relus.",
    privateNote: secret,
    nextStep: "Répondre aux avis",
    nextStepDue: "fortnight" as const,
  };
  const sessionId = makeSession(facilitator, office, given);
  return { office, facilitator, gite, hotel, sessionId, session: getSessionToSummarise(facilitator, sessionId) };
}
const letter = (contacts: string[]) => ({ id: newId(), contacts, subject: "Notre échange", body: "Avis relus.\n\nÀ bientôt." });
const mails = () => sqlite().prepare("SELECT recipient, reply_to, subject, text, html FROM mails ORDER BY created_at, id").all();

it("tells what was done, the steps with their days and who wrote it, never the private note", () => {
  const { facilitator, session, gite } = setUp();
  makeContact(gite.id, { name: "Maëlle" });
  const { body, subject, contacts } = readSummaryPage(facilitator, session, {});
  expect(subject).toBe("Notre échange du lundi 2 novembre");
  for (const part of ["Avis relus.", "– Répondre aux avis, d’ici le mardi 17 novembre", facilitator.name]) {
    expect(body).toContain(part);
  }
  expect(JSON.stringify(readSummaryPage(facilitator, session, {}))).not.toContain(secret);
  expect(contacts).toMatchObject([{ label: "Maëlle", isChosen: true }]);
});

it("speaks the contact's language", () => {
  const { facilitator, session, gite } = setUp();
  makeContact(gite.id, { name: "Harriet", locale: "en" });
  expect(readSummaryPage(facilitator, session, {})).toMatchObject({
    language: "en",
    subject: "Our session of Monday 2 November",
  });
  expect(readSummaryPage(facilitator, session, { language: "fr" }).language).toBe("fr");
});

it("goes to the chosen contacts who were there, once, with the facilitator's address for answers", () => {
  const { facilitator, session, gite } = setUp();
  const chosen = makeContact(gite.id, { name: "Maëlle" });
  makeContact(gite.id, { name: "Yann" });
  const before = mails().length;
  const input = letter([chosen]);
  expect(sendSummary(facilitator, session, input)).toEqual({ count: 1 });
  expect(sendSummary(facilitator, session, input)).toEqual({ count: 1 });
  const sent = mails().slice(before);
  expect(sent).toMatchObject([
    { recipient: `${chosen}@hote.example`, reply_to: expect.stringContaining("@"), subject: "Notre échange" },
  ]);
  expect(JSON.stringify(sent)).toContain("Bonjour Maëlle,");
  expect(listSummaries(facilitator, session.id)).toMatchObject([{ name: "Maëlle", state: "waiting" }]);
});

it("refuses those who were absent, left, or are of another office, and a text that repeats the private note", () => {
  const { facilitator, session, gite, hotel } = setUp();
  const before = mails().length;
  const wrong = [
    makeContact(hotel.id, { name: "Absente" }),
    makeContact(gite.id, { name: "Partie", endsOn: "2026-01-01" }),
    makeContact(setUp().gite.id, { name: "Ailleurs" }),
  ];
  for (const id of wrong) expect(() => sendSummary(facilitator, session, letter([id]))).toThrow(RuleError);
  const right = makeContact(gite.id, { name: "Maëlle" });
  const leaking = { ...letter([right]), body: `Bonjour.\n${secret.replace(" ", "\n")}` };
  expect(() => sendSummary(facilitator, session, leaking)).toThrow(RuleError);
  expect(mails()).toHaveLength(before);
});

it("is for the office's facilitators alone", () => {
  const { office, facilitator, gite, sessionId } = setUp();
  const outOfSight: Actor[] = [setUp().facilitator, makeMember(office.id, "colleague"), makeProviderLogin(facilitator, gite)];
  for (const actor of outOfSight) {
    expect(() => getSessionToSummarise(actor, sessionId)).toThrow(NotFoundError);
    expect(listSummaries(actor, sessionId)).toEqual([]);
  }
  const director = makeMember(office.id, "director");
  expect(() => authorize(director, "coaching.correct", getCoachingSession(director, sessionId))).toThrow(ForbiddenError);
});
