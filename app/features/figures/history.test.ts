import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { correctCoachingSession, deleteCoachingSession, restoreCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession, getDeletedCoachingSession } from "~/features/coaching/queries.server";
import { shareSession } from "~/features/coaching/workshop-sessions.commands.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { resummariseOffice } from "./commands.server";
import { checkFigures, rebuildFigures } from "./rebuild.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** `npm run test:long` sets the full count; a sample otherwise. */
const runs = Number(process.env.FIGURES_RUNS ?? 8);
const days = ["2025-01-31", "2025-12-31", "2026-01-01", "2026-02-28", "2026-11-24"] as const;

const content = fc.record({
  heldOn: fc.constantFrom(...days),
  duration: fc.constantFrom(5, 15, 16, 60, 240),
  theme: fc.constantFrom("website" as const, "reputation" as const, undefined),
  channel: fc.constantFrom("visit" as const, "phone" as const, undefined),
  preparation: fc.constantFrom(0, 30),
  travel: fc.constantFrom(0, 45),
  travelKilometres: fc.constantFrom(0, 12),
  headCount: fc.constantFrom(0, 0, 4),
  who: fc.uniqueArray(
    fc.record({
      place: fc.nat({ max: 3 }),
      presence: fc.constantFrom("present" as const, "excused" as const, "absent" as const),
    }),
    { minLength: 1, maxLength: 4, selector: (one) => one.place },
  ),
});

const people = fc.record({ supports: fc.nat({ max: 3 }), excused: fc.nat({ max: 1 }), absent: fc.nat({ max: 1 }) });

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant("log" as const), content, by: fc.nat({ max: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("correct" as const), content, which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("delete" as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("restore" as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("pool" as const),
      which: fc.nat(),
      own: people,
      others: people,
      guests: fc.nat({ max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("limit" as const), minutes: fc.constantFrom(5, 15, 60) }) },
);

describe("the summaries after any history", () => {
  it("equal the facts after every step", { timeout: 20_000 + runs * 2000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (history) => {
        const office = makeHistory();
        for (const one of history) {
          office.take(one);
          expect(checkFigures(sqlite())).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it("are what a rebuild of one office, or of all, gives", () => {
    const office = makeHistory();
    for (const one of fc.sample(step, { numRuns: 40, seed: 7 })) office.take(one);
    const before = summaries();
    resummariseOffice(office.id);
    resummariseOffice(office.neighbourId);
    expect(summaries()).toEqual(before);
    rebuildFigures(sqlite());
    expect(summaries()).toEqual(before);
  });

  it("tells what was tampered with", () => {
    const office = makeHistory();
    for (const one of fc.sample(step, { numRuns: 40, seed: 7 })) office.take(one);
    sqlite().prepare("UPDATE month_summaries SET supports = supports + 1 WHERE owner_id = ?").run(office.id);
    expect(checkFigures(sqlite())).not.toEqual([]);
    resummariseOffice(office.id);
    expect(checkFigures(sqlite())).toEqual([]);
  });
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** An office with two facilitators and four providers, on which a history is played by the product's commands. */
function makeHistory() {
  const network = makeOrganisation({ kind: "network" });
  const territory = makeOrganisation({ kind: "territory", parentId: network.id });
  const office = makeOrganisation({ parentId: territory.id });
  const facilitators = [makeMember(office.id, "facilitator"), makeMember(office.id, "facilitator")] as const;
  const [first] = facilitators;
  const providers = [0, 1, 2, 3].map(() => makeProvider(first, office).id);
  const neighbour = makeOrganisation();
  const guest = makeProvider(makeMember(neighbour.id, "facilitator"), neighbour).id;
  const kept: string[] = [];
  const deleted: string[] = [];
  const inputOf = ({ who, ...rest }: typeof content extends fc.Arbitrary<infer C> ? C : never) => ({
    ...rest,
    participants: who.map(({ place, presence }) => ({ providerId: providers[place] ?? "", presence })),
  });
  const pick = (from: string[], which: number) => from.splice(which % Math.max(from.length, 1), 1);
  const acts = {
    log(one: Extract<Step, { act: "log" }>) {
      kept.push(makeSession(facilitators[one.by === 0 ? 0 : 1], office, inputOf(one.content)));
    },
    correct(one: Extract<Step, { act: "correct" }>) {
      const id = kept[one.which % Math.max(kept.length, 1)];
      if (id === undefined) return;
      const row = getCoachingSession(first, id);
      const input = sessionInput({ id, version: row.version, ...inputOf(one.content) });
      correctCoachingSession(first, authorize(first, "coaching.correct", row), input);
    },
    delete(one: Extract<Step, { act: "delete" }>) {
      for (const id of pick(kept, one.which)) {
        deleteCoachingSession(first, authorize(first, "coaching.delete", getCoachingSession(first, id)));
        deleted.push(id);
      }
    },
    restore(one: Extract<Step, { act: "restore" }>) {
      for (const id of pick(deleted, one.which)) {
        restoreCoachingSession(first, authorize(first, "coaching.delete", getDeletedCoachingSession(first, id)));
        kept.push(id);
      }
    },
    pool(one: Extract<Step, { act: "pool" }>) {
      const id = kept[one.which % Math.max(kept.length, 1)];
      if (id === undefined) return;
      const people = [
        { organisationId: office.id, ...one.own },
        { organisationId: neighbour.id, ...one.others },
      ];
      const guests = Array.from({ length: one.guests }, () => ({ organisationId: neighbour.id, providerId: guest }));
      shareSession(id, people, guests);
    },
    limit(one: Extract<Step, { act: "limit" }>) {
      sqlite().prepare("UPDATE organisations SET short_advice_minutes = ? WHERE id = ?").run(one.minutes, office.id);
      resummariseOffice(office.id);
    },
  };
  const take = (one: Step) => {
    if (one.act === "log") return acts.log(one);
    if (one.act === "correct") return acts.correct(one);
    if (one.act === "pool") return acts.pool(one);
    if (one.act === "limit") return acts.limit(one);
    return one.act === "delete" ? acts.delete(one) : acts.restore(one);
  };
  return { id: office.id, neighbourId: neighbour.id, take };
}

function summaries() {
  const kept = {
    months:
      "SELECT * FROM month_summaries WHERE sessions <> 0 OR supports <> 0 OR excused <> 0 OR absent <> 0 ORDER BY 1, 2, 3, 4, 5",
    providers: "SELECT * FROM provider_months ORDER BY 1, 2, 3",
    facilitators: "SELECT * FROM facilitator_months WHERE contact_minutes <> 0 OR other_minutes <> 0 ORDER BY 1, 2, 3",
    networks: "SELECT * FROM network_months WHERE sessions <> 0 ORDER BY 1, 2, 3, 4, 5",
    years: "SELECT * FROM office_years WHERE sessions <> 0 ORDER BY 1, 2",
    tree: "SELECT * FROM organisation_ancestors ORDER BY 1, 2",
    days: "SELECT id, first_support_on, last_support_on FROM providers ORDER BY 1",
  };
  return Object.values(kept).map((text) => sqlite().prepare(text).all());
}
