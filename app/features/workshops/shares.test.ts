import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db, sqlite } from "~/db/client.server";
import { sessionShares } from "~/db/schema/coaching.server";
import { correctCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { divideMinutes } from "~/features/coaching/shares.model";
import { totalCoachingSessions, totalElsewhere } from "~/features/coaching/totals.queries.server";
import type { FigureKey } from "~/features/figures/catalogue.model";
import { readFigures } from "~/features/figures/readings.queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { listWorkshopRows } from "~/features/figures/workshops.queries.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { sessionInput } from "~/testing/factories/session";
import { makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { openWorkshop } from "./commands.server";
import { registerHost, registerVisitor } from "./registrations.commands.server";
import { findWorkshop } from "./seats.server";
import { countPeople } from "./shares.model";
import { describeOfficeCounts } from "./shares.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("counts people by whose they are, and minutes in that proportion with nothing lost", () => {
  const people = (organisationId: string | null, count: number, presence: "present" | "excused" | null = "present") =>
    Array.from({ length: count }, () => ({ organisationId, presence }));
  const divide = (headCount: number, expected: ReturnType<typeof people>) =>
    divideMinutes("a", 100, countPeople({ ownerId: "a", headCount, expected })).map((one) => [
      one.organisationId,
      one.supports,
      one.minutes,
      one.excused,
      one.absent,
    ]);
  expect(divide(1, [...people("a", 1), ...people(null, 1), ...people("b", 4), ...people("b", 1, null)])).toEqual([
    ["a", 3, 43, 0, 0],
    ["b", 4, 57, 0, 1],
  ]);
  expect(divide(1, people("a", 5))).toEqual([]);
  expect(divide(0, people("b", 2))).toEqual([
    ["a", 0, 0, 0, 0],
    ["b", 2, 100, 0, 0],
  ]);
  expect(divide(0, [...people(null, 1), ...people("b", 1, "excused")])).toEqual([
    ["a", 1, 100, 0, 0],
    ["b", 0, 0, 1, 0],
  ]);
});

it("each office counts its own: at closing, and again once attendance is corrected", () => {
  const office = makeOrganisation();
  const other = makeOrganisation({ parentId: office.id });
  const actor = makeMember(office.id, "facilitator");
  const neighbour = makeMember(other.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { shares: [`${other.id}:2`] });
  registerVisitor(workshop, personInput(), "fr");
  const provider = makeProvider(neighbour, other);
  const host = makeProviderLogin(neighbour, provider);
  const { id } = registerHost(host, authorize(host, "workshop.join", provider), {
    workshop,
    input: personInput(),
    email: "hote@hote.example",
  });
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(actor, "workshop.hold", workshop);
  openWorkshop(actor, held);
  const mark = (presences: Record<string, string>, areAllPresent: boolean) =>
    recordAttendance(actor, held, { id: newId(), presences, walkIns: "", headCount: 0, areAllPresent });
  mark({}, true);
  const { sessionId } = closeWorkshop(actor, held);
  const shares = () =>
    db()
      .select()
      .from(sessionShares)
      .where(eq(sessionShares.sessionId, sessionId))
      .all()
      .map(({ organisationId, minutes, supports, absent }) => [organisationId === other.id, minutes, supports, absent])
      .sort();
  expect(shares()).toEqual([
    [false, 60, 1, 0],
    [true, 60, 1, 0],
  ]);
  const row = findWorkshop(workshop.id);
  const counts = row ? describeOfficeCounts(neighbour, row) : [];
  expect(counts.find((one) => one.id === other.id)).toMatchObject({ seats: 2, registered: 1, present: 1 });

  const keys: FigureKey[] = ["sessions", "supports", "contact", "reached", "establishments", "participants", "noShow"];
  const figures = (reader: Actor, more = {}) =>
    readFigures(reader, { from: "2026-12-01", to: "2026-12-31", ...more }, keys).map(({ value }) => value);
  const mine = { office: office.id };
  // In the catalogue's order: reached and establishments first, workshops' participants last.
  expect(figures(actor, mine)).toEqual([0, 0, 1, 1, 60, 0, 1]);
  for (const more of [{}, { from: "2026-12-02" }, { theme: "reputation" as const }, { providerKind: "rental" as const }])
    expect(figures(neighbour, more)).toEqual([1, 1, 0, 1, 60, 0, 1]);
  expect(figures(actor, { ...mine, facilitator: actor.userId })).toEqual([0, 0, 1, 1, 60, 0, 1]);

  const log = { from: "2026-12-01", to: "2026-12-31" };
  expect(totalElsewhere(neighbour, log)).toEqual({ sessions: 1, supports: 1, minutes: 60 });
  expect(totalElsewhere(actor, { ...log, office: office.id })).toEqual({ sessions: 0, supports: 0, minutes: 0 });
  expect(totalCoachingSessions(actor, { ...log, office: office.id })).toMatchObject({ supports: 1, minutes: 60 });
  const rows = (set: "attended" | "held") => listWorkshopRows(neighbour, { ...log, set }).rows.map((one) => one.amount);
  expect([rows("attended"), rows("held")]).toEqual([[1], []]);

  const session = getCoachingSession(actor, sessionId);
  const longer = sessionInput({
    id: sessionId,
    version: session.version,
    heldOn: "2026-12-10",
    duration: 180,
    participants: [
      { name: "Une", presence: "present" },
      { name: "Deux", presence: "present" },
      { name: "Trois", presence: "present" },
    ],
  });
  correctCoachingSession(actor, authorize(actor, "coaching.correct", session), longer);
  expect(shares()).toEqual([
    [false, 120, 2, 0],
    [true, 60, 1, 0],
  ]);
  mark({ [id]: "absent" }, false);
  expect(shares()).toEqual([
    [false, 180, 1, 0],
    [true, 0, 0, 1],
  ]);
  expect(figures(neighbour)).toEqual([0, 0, 0, 0, 0, 1, 0]);
  expect(checkFigures(sqlite())).toEqual([]);
});
