import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeHistory } from "~/testing/factories/office-history";
import { resummariseOffice } from "./commands.server";
import { checkFigures, rebuildFigures } from "./rebuild.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** `npm run test:long` plays 100,000 operations (docs/performance.md, G5); a sample otherwise. */
const operations = Number(process.env.FIGURES_OPERATIONS ?? 100);
const longest = 25;
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
  { weight: 2, arbitrary: fc.record({ act: fc.constant("takeOver" as const), content, isCounted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("withdraw" as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant("merge" as const), kept: fc.nat({ max: 3 }), other: fc.nat({ max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("state" as const),
      provider: fc.nat({ max: 3 }),
      state: fc.constantFrom("open" as const, "closed" as const, "sold" as const),
      fromOn: fc.constantFrom(...days),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("unstate" as const), provider: fc.nat({ max: 3 }), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("establish" as const), provider: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("limit" as const), minutes: fc.constantFrom(5, 15, 60) }) },
);

describe("the summaries after any history", () => {
  it("equal the facts after every step", { timeout: 16_000 + operations * 200 }, () => {
    let played = 0;
    while (played < operations) {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: longest }), (history) => {
          // Undone at its end, so that the file stays small and each check quick.
          sqlite().exec("BEGIN");
          try {
            const office = makeHistory();
            for (const one of history) {
              office.take(one);
              expect(checkFigures(sqlite())).toEqual([]);
            }
            played += history.length;
          } finally {
            sqlite().exec("ROLLBACK");
          }
        }),
        { numRuns: Math.ceil((operations - played) / longest) },
      );
    }
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

function summaries() {
  const kept = {
    months:
      "SELECT * FROM month_summaries WHERE sessions <> 0 OR supports <> 0 OR excused <> 0 OR absent <> 0 ORDER BY 1, 2, 3, 4, 5",
    providers: "SELECT * FROM provider_months ORDER BY 1, 2, 3",
    facilitators: "SELECT * FROM facilitator_months WHERE contact_minutes <> 0 OR other_minutes <> 0 ORDER BY 1, 2, 3",
    networks: "SELECT * FROM network_months WHERE sessions <> 0 ORDER BY 1, 2, 3, 4, 5",
    years: "SELECT * FROM office_years WHERE sessions <> 0 ORDER BY 1, 2",
    totals: "SELECT * FROM office_totals WHERE sessions <> 0 OR supports <> 0 ORDER BY 1, 2",
    tree: "SELECT * FROM organisation_ancestors ORDER BY 1, 2",
    closures: "SELECT * FROM provider_closures ORDER BY 1, 3",
    days: "SELECT id, first_support_on, last_support_on FROM providers ORDER BY 1",
  };
  return Object.values(kept).map((text) => sqlite().prepare(text).all());
}
