import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { commentAction } from "~/features/action-plans/comments.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { proposeCorrection } from "~/features/providers/proposals.commands.server";
import { proposalSchema } from "~/features/providers/proposals.form";
import { getProvider } from "~/features/providers/queries.server";
import { markResource } from "~/features/resources/marks.commands.server";
import { giveFeedback } from "~/features/workshops/feedback.commands.server";
import { makeLink } from "~/features/workshops/links.server";
import { getByLink } from "~/features/workshops/public.queries.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { makeChannel, makeContact } from "~/testing/factories/record";
import { makeResource } from "~/testing/factories/resource";
import { makeSession } from "~/testing/factories/session";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { exportProvider } from "./export.queries.server";
import { requestSchema } from "./model";
import { readProvider } from "./reading.server";
import { answerRequest, askAboutData } from "./requests.commands.server";
import { getRequest } from "./requests.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const secret = /Quarrel|zenobie|199009876/i;

/** A host of whom every feature keeps something. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const mill = makeProvider(facilitator, office, { name: "Moulin Quarrel" });
  const email = "zenobie@moulin.example";
  const contact = makeContact(facilitator, mill, { name: "Zénobie Quarrel", email, phone: "01 99 00 98 76" });
  makeChannel(facilitator, mill, { url: "https://www.quarrel.example/" });
  const host = makeProviderLogin(facilitator, mill);
  sqlite().prepare("UPDATE users SET name = 'Zénobie Quarrel', email = ? WHERE id = ?").run(email, host.userId);
  makeSession(facilitator, office, { providers: [mill.id], note: "Vu avec Mme Quarrel", privateNote: "Quarrel vend." });
  makeAppointment(facilitator, mill, { subject: "Le site de Mme Quarrel", contactId: contact.id });
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, mill.id, "plan.edit"));
  const { id } = addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Répondre aux avis" }));
  const step = () => authorize(host, "plan.answer", getAction(host, id, "plan.answer"));
  commentAction(host, authorize(host, "plan.comment", step()), { id: newId(), text: "Zénobie Quarrel" });
  answerAction(host, step(), { answer: "done", comment: "Fait par Mme Quarrel" });
  const workshop = makeWorkshop(facilitator, office, { audience: "public" });
  const seat = makeRegistration(workshop, { name: "Zénobie Quarrel", establishment: "Moulin Quarrel", email });
  sqlite().prepare("UPDATE workshop_registrations SET provider_id = ? WHERE id = ?").run(mill.id, seat.id);
  const opinion = { id: newId(), usefulness: 4, deed: "Le site Quarrel", recommend: "yes", comment: "", quotable: "on" } as const;
  const key = makeLink(seat.id, "feedback_end", Date.parse("2027-01-01"));
  const { registration } = getByLink(key, "feedback_end");
  giveFeedback({ registration, ownerId: office.id, moment: "end" }, opinion);
  sqlite()
    .prepare(
      `INSERT INTO workshop_invitations (id, workshop_id, organisation_id, provider_id, contact_id, email, sent_by_id, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    )
    .run(newId(), workshop.id, office.id, mill.id, contact.id, email, facilitator.userId);
  const mine = authorize(host, "provider.propose", getProvider(host, mill.id));
  const correction = { id: newId(), subject: "contact", subjectId: contact.id, field: "name", newValue: "Zénobie Quarrel-Roux" };
  proposeCorrection(host, mine, proposalSchema.parse(correction));
  const sheet = makeResource(facilitator, office);
  for (const reader of [facilitator, host]) markResource(reader, { ...sheet, ownerId: office.id }, "keep");
  return { office, facilitator, mill, host };
}

/** Tables with a row that still tells who it was. */
function telling(): string[] {
  const tables = sqlite().prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return tables.filter((table) => secret.test(JSON.stringify(sqlite().prepare(`SELECT * FROM "${table}"`).all()))).sort();
}

/** Every word of a document, however deep. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

/** The page to read leaves out nothing that the file says of people. */
function expectAllRead(reader: ReturnType<typeof makeMember>, providerId: string): void {
  const page = readProvider(reader, providerId, now());
  const shown = wordsOf(page)
    .join("\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replaceAll("01 99 00 98 76", "+33199009876");
  const personal = wordsOf(exportProvider(reader, providerId, { reviewedAt: now() })).filter((word) => secret.test(word));
  expect(personal.length).toBeGreaterThan(12);
  for (const word of personal) expect(shown).toContain(word);
  expect(shown).toContain(reader.locale === "fr" ? "Note « Entre nous »" : "Private note");
  expect(page.sections.filter((section) => section.entries.length === 0)).toEqual([]);
  expect(shown).not.toMatch(/dataReading|undefined|null|\{\{/);
}

describe("a host's own data", () => {
  it("are downloaded and read from every feature, and forgotten in every table", () => {
    const { facilitator, mill, host } = setUp();
    const own = exportProvider(host, mill.id, { reviewedAt: null });
    expect(own.workshops).toMatchObject([{ name: "Zénobie Quarrel", opinions: [{ deed: "Le site Quarrel" }] }]);
    expect(own.appointments).toMatchObject([{ subject: "Le site de Mme Quarrel" }]);
    expect(own.invitations).toMatchObject([{ email: "zenobie@moulin.example" }]);
    expect(own.corrections).toMatchObject([{ newValue: "Zénobie Quarrel-Roux" }]);
    expect(own.logins).toMatchObject([{ email: "zenobie@moulin.example" }]);
    expect(own.mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(own)).not.toContain("Quarrel vend.");
    expect(own.marks).toMatchObject([{ isKept: true }]);
    // The office's answer to a request holds nothing of the colleague who prepares it, nor who decided what.
    const released = exportProvider(facilitator, mill.id, { reviewedAt: Number.POSITIVE_INFINITY });
    expect(released.marks).toEqual([]);
    expect(JSON.stringify([released.corrections, released.workshops, released.news])).not.toContain(facilitator.userId);
    for (const locale of ["fr", "en"] as const) expectAllRead({ ...facilitator, locale }, mill.id);
    expect(telling().length).toBeGreaterThan(10);
    const asked = authorize(host, "ownData.ask", getProvider(host, mill.id));
    const { id } = askAboutData(host, asked, requestSchema.parse({ id: newId(), kind: "erasure", text: "Mme Quarrel" }));
    const request = authorize(facilitator, "ownData.answer", getRequest(facilitator, id));
    answerRequest(facilitator, request, { answer: "erase", reply: "" });
    expect(telling()).toEqual([]);
    expect(sqlite().prepare("SELECT count(*) FROM workshop_registrations WHERE provider_id = ?").pluck().get(mill.id)).toBe(1);
  });
});
