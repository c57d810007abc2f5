import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { listActions } from "~/features/action-plans/queries.server";
import { getCoachingTotals } from "~/features/figures/queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { correctCoachingSession, deleteCoachingSession, logCoachingSession, restoreCoachingSession } from "./commands.server";
import { getCoachingSession, getDeletedCoachingSession, listCoachingSessions } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const year = { from: "2026-01-01", to: "2026-12-31" };
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const [gite, hotel] = [makeProvider(facilitator, office), makeProvider(facilitator, office)];
  return { office, facilitator, gite, hotel, canLog: authorize(facilitator, "coaching.log", office) };
}

describe("logging a session", () => {
  it("moves the figures by exactly what was logged", () => {
    const { office, facilitator, gite } = setUp();
    makeSession(facilitator, office, { providers: [gite.id], duration: 45 });
    expect(getCoachingTotals(facilitator, year)).toEqual({ sessions: 1, shortAdvices: 0, supports: 1, minutes: 45 });
    makeSession(facilitator, office, { providers: [gite.id], duration: 15 });
    expect(getCoachingTotals(facilitator, year)).toEqual({ sessions: 2, shortAdvices: 1, supports: 2, minutes: 60 });
  });

  it("counts a group by its present people and head-count, not the excused and absent", () => {
    const { office, facilitator, gite, hotel } = setUp();
    const participants = [
      { providerId: gite.id, presence: "present" as const },
      { providerId: hotel.id, presence: "excused" as const },
    ];
    makeSession(facilitator, office, { participants, headCount: 3 });
    expect(getCoachingTotals(facilitator, year).supports).toBe(4);
  });

  it("answers the same key and content as the first time, and refuses other content", () => {
    const { facilitator, gite, canLog } = setUp();
    const input = sessionInput({ providers: [gite.id] });
    expect(logCoachingSession(facilitator, canLog, input)).toEqual(logCoachingSession(facilitator, canLog, input));
    expect(getCoachingTotals(facilitator, year).sessions).toBe(1);
    expect(() => logCoachingSession(facilitator, canLog, { ...input, duration: 5 })).toThrow(ConflictError);
  });

  it("refuses another office's provider and a day to come, and writes nothing", () => {
    const { facilitator, canLog, gite } = setUp();
    const other = setUp();
    expect(() => logCoachingSession(facilitator, canLog, sessionInput({ providers: [other.gite.id] }))).toThrow(RuleError);
    expect(() => logCoachingSession(facilitator, canLog, sessionInput({ providers: [gite.id], heldOn: "2026-11-25" }))).toThrow(
      RuleError,
    );
    expect(listCoachingSessions(facilitator, {}).rows).toEqual([]);
  });

  it("puts the next step in the plan of each provider who was there", () => {
    const { office, facilitator, gite } = setUp();
    makeSession(facilitator, office, { providers: [gite.id], nextStep: "Répondre aux avis", nextStepDue: "fortnight" });
    expect(listActions(facilitator, gite.id)).toMatchObject([{ title: "Répondre aux avis", dueOn: "2026-11-17", state: "todo" }]);
  });
});

describe("correcting a session", () => {
  it("moves figures and steps with it, and keeps what it was", () => {
    const { office, facilitator, gite, hotel } = setUp();
    const id = makeSession(facilitator, office, { providers: [gite.id], nextStep: "Répondre aux avis" });
    const session = authorize(facilitator, "coaching.correct", getCoachingSession(facilitator, id));
    correctCoachingSession(
      facilitator,
      session,
      sessionInput({ id, version: 1, providers: [hotel.id], heldOn: "2025-12-31", duration: 30 }),
    );
    expect(getCoachingTotals(facilitator, year).sessions).toBe(0);
    expect(getCoachingTotals(facilitator, { from: "2025-01-01", to: "2025-12-31" }).minutes).toBe(30);
    expect(listActions(facilitator, gite.id)).toEqual([]);
    expect(sqlite().prepare("SELECT count(*) FROM revisions WHERE subject_id = ?").pluck().get(id)).toBe(1);
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("refuses a version that someone has already replaced", () => {
    const { office, facilitator, gite } = setUp();
    const id = makeSession(facilitator, office, { providers: [gite.id] });
    const session = authorize(facilitator, "coaching.correct", getCoachingSession(facilitator, id));
    const input = sessionInput({ id, version: 1, providers: [gite.id], note: "Premier" });
    correctCoachingSession(facilitator, session, input);
    expect(() => correctCoachingSession(facilitator, session, { ...input, note: "Second" })).toThrow(ConflictError);
  });

  it("deletes with its figures, and brings back with them", () => {
    const { office, facilitator, gite } = setUp();
    const id = makeSession(facilitator, office, { providers: [gite.id] });
    deleteCoachingSession(facilitator, authorize(facilitator, "coaching.delete", getCoachingSession(facilitator, id)));
    expect(getCoachingTotals(facilitator, year).sessions).toBe(0);
    expect(() => getCoachingSession(facilitator, id)).toThrow(NotFoundError);
    restoreCoachingSession(facilitator, authorize(facilitator, "coaching.delete", getDeletedCoachingSession(facilitator, id)));
    expect(getCoachingTotals(facilitator, year).sessions).toBe(1);
    expect(checkFigures(sqlite())).toEqual([]);
  });
});

describe("privacy of sessions", () => {
  it("hides a session from another office, a provider and a colleague", () => {
    const { office, facilitator, gite } = setUp();
    const id = makeSession(facilitator, office, { providers: [gite.id] });
    const strangers = [setUp().facilitator, makeProviderLogin(facilitator, gite), makeMember(office.id, "colleague")];
    for (const actor of strangers) {
      expect(() => getCoachingSession(actor, id)).toThrow(NotFoundError);
      expect(listCoachingSessions(actor, {}).rows).toEqual([]);
    }
  });

  it("keeps the private note from the director", () => {
    const { office, facilitator, gite } = setUp();
    const id = makeSession(facilitator, office, { providers: [gite.id], privateNote: "À ménager." });
    const director = makeMember(office.id, "director");
    expect(getCoachingSession(facilitator, id).privateNote).toBe("À ménager.");
    expect(getCoachingSession(director, id)).toMatchObject({ id, privateNote: "" });
    expect(() => authorize(director, "coaching.correct", getCoachingSession(director, id))).toThrow(ForbiddenError);
  });
});
