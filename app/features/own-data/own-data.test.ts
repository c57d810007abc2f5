import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { correctCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { getCoachingTotals } from "~/features/figures/queries.server";
import { getContact } from "~/features/providers/contacts.queries.server";
import { decideProposal, proposeCorrection } from "~/features/providers/proposals.commands.server";
import { proposalSchema } from "~/features/providers/proposals.form";
import { getProposal, listOpenProposals } from "~/features/providers/proposals.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { now, setClock } from "~/lib/clock";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { makeContact } from "~/testing/factories/record";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { exportProvider } from "./export.queries.server";
import { requestSchema } from "./model";
import { answerRequest, askAboutData } from "./requests.commands.server";
import { findReviewedAt, getRequest, listOpenRequests, listPurges } from "./requests.queries.server";
import { purgeExpired } from "./retention.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

let made = 0;
function setUp() {
  made += 1;
  const secrets = { email: `odile-${made}@gite.example`, note: `Hésite à vendre ${made}.` };
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const contact = makeContact(facilitator, gite, { name: "Odile Fontanel", email: secrets.email });
  const host = makeProviderLogin(facilitator, gite);
  const session = makeSession(facilitator, office, { providers: [gite.id], note: "Fiche vue", privateNote: secrets.note });
  const ask = (kind: "access" | "erasure") => {
    const row = authorize(host, "ownData.ask", getProvider(host, gite.id));
    return askAboutData(host, row, requestSchema.parse({ id: newId(), kind })).id;
  };
  const mine = (id: string) => authorize(facilitator, "ownData.answer", getRequest(facilitator, id));
  return { office, facilitator, gite, contact, host, session, ask, mine, secrets };
}

describe("a correction that a provider proposes", () => {
  const propose = ({ host, gite, contact }: ReturnType<typeof setUp>, given: object = {}) => {
    const input = {
      id: newId(),
      subject: "contact",
      subjectId: contact.id,
      field: "phone",
      newValue: "01 99 00 12 34",
      ...given,
    };
    const row = authorize(host, "provider.propose", getProvider(host, gite.id));
    return proposeCorrection(host, row, proposalSchema.parse(input)).id;
  };

  it("changes nothing before the office's yes, and corrects as its own form would after it", () => {
    const world = setUp();
    const { facilitator, contact } = world;
    const id = propose(world);
    expect(getContact(facilitator, contact.id).phone).toBeNull();
    const row = authorize(facilitator, "provider.correct", getProposal(facilitator, id));
    decideProposal(facilitator, row, { isAccepted: true, reply: "" });
    expect(getContact(facilitator, contact.id)).toMatchObject({ phone: "+33199001234", name: "Odile Fontanel", version: 2 });
    expect(listOpenProposals(facilitator)).toEqual([]);
    const again = authorize(facilitator, "provider.correct", getProposal(facilitator, id));
    expect(() => decideProposal(facilitator, again, { isAccepted: false, reply: "" })).toThrow(RuleError);
  });

  it("is refused for what does not fit, for others' records, and unseen by other offices", () => {
    const world = setUp();
    const other = setUp();
    const id = propose(world, { field: "email", newValue: "pas une adresse" });
    const row = authorize(world.facilitator, "provider.correct", getProposal(world.facilitator, id));
    expect(() => decideProposal(world.facilitator, row, { isAccepted: true, reply: "" })).toThrow(RuleError);
    expect(() => propose(world, { subjectId: other.contact.id })).toThrow(NotFoundError);
    expect(() => getProposal(other.facilitator, id)).toThrow(NotFoundError);
    expect(
      proposalSchema.safeParse({ id: newId(), subject: "contact", subjectId: "x", field: "siret", newValue: "1" }).success,
    ).toBe(false);
  });
});

const start = Date.parse("2026-11-24T10:00:00Z");
function passFiveMinutes(): void {
  const later = now() + 5 * 60_000;
  setClock(() => later);
}

describe("one's own data", () => {
  it("hold what was done and no private note, until the office has reviewed an access request", () => {
    const { facilitator, host, gite, ask, mine, secrets } = setUp();
    const before = JSON.stringify(exportProvider(host, gite.id, { reviewedAt: findReviewedAt(host, gite.id) }));
    expect(before).toContain("Fiche vue");
    expect(before).toContain(secrets.email);
    expect(before).not.toContain(secrets.note);
    const id = ask("access");
    expect(listOpenRequests(facilitator)).toMatchObject([{ request: { id, dueOn: "2026-12-24" } }]);
    expect(findReviewedAt(host, gite.id)).toBeNull();
    expect(() => answerRequest(facilitator, mine(id), { answer: "release", reply: "" })).toThrow(RuleError);
    answerRequest(facilitator, mine(id), { answer: "release", reply: "Tout y est.", readAt: now() });
    const mail = sqlite().prepare("SELECT * FROM mails WHERE kind = 'reply' AND provider_id = ?").get(gite.id);
    expect(mail).toMatchObject({
      subject: "Votre demande sur vos données – Gîte des Pins",
      text: expect.stringContaining("Tout y est."),
    });
    expect(JSON.stringify(mail)).toContain(`/my/data/reading?provider=${gite.id}`);
    expect(JSON.stringify(mail)).not.toContain(secrets.note);
    const after = JSON.stringify(exportProvider(host, gite.id, { reviewedAt: findReviewedAt(host, gite.id) }));
    expect(after).toContain(secrets.note);
  });

  it("are handed over as they were reviewed: what is noted after it waits for another review", () => {
    const { office, facilitator, host, gite, session, ask, mine, secrets } = setUp();
    const id = ask("access");
    const readAt = now();
    passFiveMinutes();
    makeSession(facilitator, office, { providers: [gite.id], privateNote: "Ajoutée entre-temps." });
    expect(() => answerRequest(facilitator, mine(id), { answer: "release", reply: "", readAt })).toThrow("changedSinceRead");
    answerRequest(facilitator, mine(id), { answer: "release", reply: "", readAt: now() });
    const told = () => JSON.stringify(exportProvider(host, gite.id, { reviewedAt: findReviewedAt(host, gite.id) }));
    expect(told()).toContain("Ajoutée entre-temps.");
    passFiveMinutes();
    const current = authorize(facilitator, "coaching.correct", getCoachingSession(facilitator, session));
    const again = sessionInput({ providers: [gite.id], ownerId: office.id, privateNote: "Changée depuis." });
    correctCoachingSession(facilitator, current, { ...again, id: session, version: current.version });
    makeSession(facilitator, office, { providers: [gite.id], privateNote: "Écrite depuis." });
    for (const secret of [secrets.note, "Changée depuis.", "Écrite depuis."]) expect(told()).not.toContain(secret);
    expect(told()).toContain("Ajoutée entre-temps.");
    setClock(() => start);
  });

  it("are answered by who coaches alone, with a reason for a no, and by the answer that fits", () => {
    const { office, facilitator, host, ask, mine } = setUp();
    const id = ask("erasure");
    const director = makeMember(office.id, "director");
    for (const actor of [director, setUp().facilitator, host]) expect(() => getRequest(actor, id)).toThrow(NotFoundError);
    expect(() => authorize(director, "ownData.answer", getRequest(facilitator, id))).toThrow(ForbiddenError);
    expect(() => answerRequest(facilitator, mine(id), { answer: "refuse", reply: "" })).toThrow(RuleError);
    expect(() => answerRequest(facilitator, mine(id), { answer: "release", reply: "" })).toThrow(RuleError);
  });
});

describe("forgetting", () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  const everything = () =>
    ["providers", "contacts", "establishments", "coaching_sessions", "revisions", "messages", "mails"]
      .map((table) => JSON.stringify(sqlite().prepare(`SELECT * FROM ${table}`).all()))
      .join("");

  it("takes names, addresses, notes and former versions, keeps every figure, and is logged", () => {
    const { facilitator, gite, ask, mine, secrets } = setUp();
    expect(everything()).toContain(secrets.email);
    const totals = JSON.stringify(getCoachingTotals(facilitator, year));
    answerRequest(facilitator, mine(ask("erasure")), { answer: "erase", reply: "" });
    expect(JSON.stringify(getCoachingTotals(facilitator, year))).toBe(totals);
    const row = JSON.stringify(sqlite().prepare("SELECT * FROM providers WHERE id = ?").get(gite.id));
    expect(row).not.toContain("Pins");
    expect(listPurges(facilitator)).toMatchObject([{ providerId: gite.id, reason: "erasure", contacts: 1, sessionsKept: 1 }]);
    expect(everything()).not.toContain('odile@gite.example"'.repeat(2));
  });

  it("comes by itself once the last contact is older than the office keeps, and not before", () => {
    const { office, facilitator, gite } = setUp();
    const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Un" }));
    const age = (day: string) =>
      sqlite()
        .prepare("UPDATE providers SET last_support_on = ?, created_at = unixepoch(?) * 1000 WHERE id = ?")
        .run(day, day, gite.id);
    age("2023-11-25");
    purgeExpired();
    expect(listPurges(facilitator)).toEqual([]);
    age("2023-11-20");
    const seat = makeAppointment(facilitator, gite, { day: "2026-12-01" });
    purgeExpired();
    expect(listPurges(facilitator)).toEqual([]);
    sqlite().prepare("UPDATE appointments SET held_on = '2023-11-19' WHERE id = ?").run(seat);
    expect(purgeExpired().purged).toBe(1);
    expect(purgeExpired().purged).toBe(0);
    expect(listPurges(facilitator)).toMatchObject([{ reason: "retention", lastOn: "2023-11-20", ownerId: office.id }]);
    expect(sqlite().prepare("SELECT count(*) FROM actions WHERE provider_id = ?").pluck().get(gite.id)).toBe(1);
  });
});
