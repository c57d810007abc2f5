import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { getCoachingSession, listParticipants } from "~/features/coaching/queries.server";
import { getCoachingTotals } from "~/features/figures/queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { setClock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeDraft, makeRegistration, makeWorkshop, personInput, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { cancelWorkshop, changeWorkshop, openWorkshop } from "./commands.server";
import { matchRegistration } from "./matching.commands.server";
import { proposeMatches } from "./matching.queries.server";
import { getByLink, getHostWorkshop, getPublicWorkshop } from "./public.queries.server";
import { getRegistration, getWorkshop, listRegistrations, listWorkshops } from "./queries.server";
import { cancelRegistration, registerHost, registerVisitor } from "./registrations.commands.server";
import { visitor } from "./visitor";

const at = "2026-11-24T10:00:00Z";
openTestDatabase({ at });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  return { office, facilitator, gite };
}
const keyIn = (text: string): string => /\/r\/([\w-]{43})/.exec(text)?.[1] ?? "";
const stateOf = (id: string) => sqlite().prepare("SELECT state FROM workshop_registrations WHERE id = ?").pluck().get(id);

describe("registering", () => {
  it("confirms by mail, with a calendar file and a key that opens this registration alone", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office, { bring: "Votre téléphone" });
    const { id } = makeRegistration(workshop, { email: "odile@hote.example", name: "Odile Fontanel" });
    const mail = lastMailTo("odile@hote.example");
    expect(mail?.subject).toBe("Inscription confirmée\u00a0: Répondre aux avis");
    expect(mail?.text.replaceAll("\u00a0", " ")).toContain("jeudi 10 décembre 2026 de 14 h 00 à 16 h 00");
    expect(mail?.text).toContain("Votre téléphone");
    const attached = sqlite().prepare("SELECT attachments FROM mails WHERE id = ?").pluck().get(mail?.id);
    const calendar = Buffer.from(JSON.parse(String(attached))[0].base64, "base64").toString("utf8");
    expect(calendar).toContain("DTSTART:20261210T130000Z");
    const key = keyIn(mail?.text ?? "");
    expect(getByLink(key, "manage").registration.id).toBe(id);
    expect(() => getByLink(key, "feedback_end")).toThrow(NotFoundError);
    expect(sqlite().prepare("SELECT count(*) FROM workshop_links WHERE token_hash = ?").pluck().get(key)).toBe(0);
  });

  it("answers a double click as the first, and refuses the same person twice", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office);
    const input = personInput({ email: "Deux.Fois@hote.example" });
    expect(registerVisitor(workshop, input, "fr")).toEqual(registerVisitor(workshop, input, "fr"));
    const again = { ...input, id: newId(), email: "deux.fois@HOTE.example" };
    expect(() => registerVisitor(workshop, again, "fr")).toThrow(RuleError);
    expect(listRegistrations(facilitator, workshop.id)).toHaveLength(1);
  });

  it("is closed for a draft, before the time that was set, after the start and once cancelled", () => {
    const { office, facilitator } = setUp();
    expect(() => makeRegistration(makeDraft(facilitator, office))).toThrow(RuleError);
    const workshop = makeWorkshop(facilitator, office, { closesMinutes: 1440 });
    setClock(() => Date.parse("2026-12-09T12:59:00Z"));
    makeRegistration(workshop);
    setClock(() => Date.parse("2026-12-09T13:00:00Z"));
    expect(() => makeRegistration(workshop)).toThrow(RuleError);
    setClock(() => Date.parse(at));
    const other = makeWorkshop(facilitator, office);
    cancelWorkshop(facilitator, authorize(facilitator, "workshop.plan", other), undefined);
    expect(() => makeRegistration(other)).toThrow(RuleError);
  });

  it("asks the workshop's own questions", () => {
    const { office, facilitator } = setUp();
    const question = {
      id: newId(),
      label: "Votre niveau",
      kind: "choice" as const,
      choices: "débutant\nà l’aise",
      isRequired: "on" as const,
    };
    const workshop = makeWorkshop(facilitator, office, { questions: [question] });
    expect(() => makeRegistration(workshop)).toThrow(RuleError);
    expect(() => makeRegistration(workshop, { answers: { [question.id]: "expert" } })).toThrow(RuleError);
    expect(makeRegistration(workshop, { answers: { [question.id]: "à l’aise" } }).state).toBe("registered");
  });

  it("holds an establishment to its seats", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office, { seatsPerEstablishment: 1 });
    makeRegistration(workshop, { establishment: "Hôtel du Phare" });
    expect(() => makeRegistration(workshop, { establishment: "hotel du phare" })).toThrow(RuleError);
  });

  it("keeps pooled seats for their office until the day named, then gives them to whoever waits", () => {
    const territory = makeOrganisation({ kind: "territory" });
    const [north, south] = [makeOrganisation({ parentId: territory.id }), makeOrganisation({ parentId: territory.id })];
    const facilitator = makeMember(north.id, "facilitator");
    const host = makeMember(south.id, "facilitator");
    const hotel = makeProvider(host, south);
    const workshop = makeWorkshop(facilitator, north, { capacity: 2, shares: [`${south.id}:1`], sharesUntil: "2026-12-01" });
    makeRegistration(workshop);
    const waiting = makeRegistration(workshop);
    expect(waiting.state).toBe("waiting");
    const login = makeProviderLogin(host, hotel);
    const own = authorize(login, "workshop.join", hotel);
    const seat = registerHost(login, own, { workshop, input: personInput({ email: undefined }), email: "hotel@hote.example" });
    expect(seat.state).toBe("registered");
    cancelRegistration(login, { id: seat.id, workshopId: workshop.id });
    expect(stateOf(waiting.id)).toBe("waiting");
    setClock(() => Date.parse("2026-12-01T11:00:00Z"));
    const late = makeRegistration(workshop);
    setClock(() => Date.parse(at));
    expect([stateOf(waiting.id), late.state]).toEqual(["offered", "waiting"]);
  });

  it("gives the owner's kept seats to whoever comes from the public page: the owner counts them", () => {
    const territory = makeOrganisation({ kind: "territory" });
    const [north, south] = [makeOrganisation({ parentId: territory.id }), makeOrganisation({ parentId: territory.id })];
    const shares = [`${north.id}:2`, `${south.id}:1`];
    const workshop = makeWorkshop(makeMember(north.id, "facilitator"), north, { capacity: 3, shares, sharesUntil: "2026-12-01" });
    const states = [makeRegistration(workshop), makeRegistration(workshop), makeRegistration(workshop)].map((one) => one.state);
    expect(states).toEqual(["registered", "registered", "waiting"]);
  });
});

describe("changing a workshop", () => {
  it("tells the registered the new time with what it was, and nobody when only words change", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office);
    makeRegistration(workshop, { email: "change@hote.example" });
    const plan = authorize(facilitator, "workshop.plan", workshop);
    const words = workshopInput({ id: workshop.id, version: 2, title: "Répondre à ses avis" });
    expect(changeWorkshop(facilitator, plan, words).told).toBe(0);
    const parts = [{ day: "2026-12-11", from: "09:00", to: "11:00" }];
    expect(changeWorkshop(facilitator, plan, { ...words, version: 3, parts }).told).toBe(1);
    const mail = lastMailTo("change@hote.example");
    expect(mail?.text).toContain("Avant\u00a0: jeudi 10 décembre 2026");
    expect(mail?.text).toContain("Maintenant\u00a0: vendredi 11 décembre 2026");
    expect(getWorkshop(facilitator, workshop.id)).toMatchObject({ sequence: 1, heldOn: "2026-12-11" });
  });

  it("refuses fewer seats than are taken, and says how many", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office, { capacity: 3 });
    makeRegistration(workshop);
    makeRegistration(workshop);
    const change = () =>
      changeWorkshop(
        facilitator,
        authorize(facilitator, "workshop.plan", workshop),
        workshopInput({ id: workshop.id, version: 2, capacity: 1 }),
      );
    expect(change).toThrow(expect.objectContaining({ key: "capacityUnderTaken", values: { count: 2 } }));
  });

  it("cancels with the reason and other dates, once", () => {
    const { office, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office);
    const later = makeWorkshop(facilitator, office, {
      title: "Répondre aux avis, seconde date",
      parts: [{ day: "2027-01-14", from: "14:00", to: "16:00" }],
    });
    makeRegistration(workshop, { email: "annule@hote.example" });
    const plan = authorize(facilitator, "workshop.plan", workshop);
    expect(cancelWorkshop(facilitator, plan, "Salle inondée").told).toBe(1);
    expect(cancelWorkshop(facilitator, plan, "Salle inondée").told).toBe(0);
    const mail = lastMailTo("annule@hote.example");
    expect(mail?.text).toContain("Salle inondée");
    expect(mail?.text).toContain(later.id);
  });
});

describe("the day", () => {
  it("writes the group session from who came, once, and follows a correction", () => {
    const { office, facilitator, gite } = setUp();
    const workshop = makeWorkshop(facilitator, office);
    const known = makeRegistration(workshop, {
      name: "Odile Fontanel",
      establishment: "Gîte des Pins",
      email: "odile.pins@hote.example",
    });
    const other = makeRegistration(workshop);
    const [match] = [...proposeMatches(facilitator, office.id, listRegistrations(facilitator, workshop.id)).values()];
    expect(match).toMatchObject({ providerId: gite.id });
    const registration = getRegistration(facilitator, known.id, "workshop.hold");
    matchRegistration(facilitator, authorize(facilitator, "workshop.hold", registration), {
      providerId: gite.id,
      contactId: null,
    });
    setClock(() => Date.parse("2026-12-10T13:05:00Z"));
    const held = authorize(facilitator, "workshop.hold", workshop);
    openWorkshop(facilitator, held);
    const sheet = {
      id: newId(),
      presences: { [known.id]: "present" },
      walkIns: "Rémi Castagnet, Camping des Dunes",
      headCount: 2,
      areAllPresent: false,
    };
    recordAttendance(facilitator, held, sheet);
    const { sessionId } = closeWorkshop(facilitator, held);
    expect(closeWorkshop(facilitator, held).sessionId).toBe(sessionId);
    expect(getCoachingSession(facilitator, sessionId)).toMatchObject({
      kind: "group",
      supports: 4,
      durationMinutes: 120,
      theme: "reputation",
      title: "Répondre aux avis",
    });
    expect(
      listParticipants(facilitator, sessionId)
        .map((one) => one.presence)
        .sort(),
    ).toEqual(["absent", "present", "present"]);
    expect(lastMailTo("odile.pins@hote.example")?.subject).toBe("Votre avis sur «\u00a0Répondre aux avis\u00a0»");
    recordAttendance(facilitator, held, { ...sheet, id: newId(), walkIns: "", presences: { [other.id]: "present" } });
    const year = { from: "2026-01-01", to: "2026-12-31" };
    expect(getCoachingTotals(facilitator, year)).toMatchObject({ sessions: 1, supports: 5 });
    expect(checkFigures(sqlite())).toEqual([]);
    setClock(() => Date.parse(at));
  });
});

describe("privacy of workshops", () => {
  it("hides names from other offices, coordinators above and hosts, and a draft from the public", () => {
    const territory = makeOrganisation({ kind: "territory" });
    const office = makeOrganisation({ parentId: territory.id });
    const facilitator = makeMember(office.id, "facilitator");
    const gite = makeProvider(facilitator, office);
    const workshop = makeWorkshop(facilitator, office);
    makeRegistration(workshop);
    const coordinator = makeMember(territory.id, "coordinator");
    const host = makeProviderLogin(facilitator, gite);
    expect(listWorkshops(coordinator, {}).rows).toHaveLength(1);
    for (const actor of [coordinator, host, setUp().facilitator, visitor("fr")]) {
      expect(listRegistrations(actor, workshop.id)).toEqual([]);
    }
    for (const actor of [host, setUp().facilitator]) expect(() => getWorkshop(actor, workshop.id)).toThrow(NotFoundError);
    expect(getHostWorkshop(host, workshop.id).id).toBe(workshop.id);
    const draft = makeDraft(facilitator, office);
    expect(() => getPublicWorkshop(office.slug, draft.id)).toThrow(NotFoundError);
    expect(() => getHostWorkshop(host, draft.id)).toThrow(NotFoundError);
  });
});
