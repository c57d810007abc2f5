import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import type { SessionInput } from "~/features/coaching/form";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { listCoverage } from "./coverage.queries.server";
import { facilitatorsFromFacts, monthlyFromFacts, topicsFromFacts } from "./facts.queries.server";
import { listFacilitatorHours } from "./hours.queries.server";
import { addUp } from "./model";
import { getPlanTotals } from "./plans.queries.server";
import { countEstablishmentsReached, listMonthlyCounts, listTopicCounts } from "./queries.server";
import { facilitatorsFromSummaries, monthlyFromSummaries, topicsFromSummaries } from "./summaries.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const year = { from: "2026-01-01", to: "2026-12-31" };
const yearBefore = { from: "2025-01-01", to: "2025-12-31" };

type Given = Omit<Partial<SessionInput>, "participants"> & { who?: string; presences?: string };

/** An office with four providers, « a » to « d ». `who: "ab"` names them, `presences: "pe"` says present, excused. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const ids = new Map(["a", "b", "c", "d"].map((letter) => [letter, makeProvider(facilitator, office).id]));
  const words = { p: "present", e: "excused", x: "absent" } as const;
  const log = ({ who = "a", presences = "pppp", ...rest }: Given) =>
    makeSession(facilitator, office, {
      ...rest,
      participants: [...who].map((letter, place) => {
        const code = presences[place];
        return { providerId: ids.get(letter) ?? "", presence: code === "e" || code === "x" ? words[code] : words.p };
      }),
    });
  return { office, facilitator, ids, log };
}

describe("what a session counts", () => {
  it.each<[string, Given[], Partial<ReturnType<typeof addUp>>]>([
    [
      "a one-to-one is one session and one support",
      [{ duration: 60 }],
      { sessions: 1, supports: 1, minutes: 60, shortAdvices: 0 },
    ],
    [
      "an entry up to the office's limit is a short advice",
      [{ duration: 15 }, { duration: 16 }],
      { sessions: 2, shortAdvices: 1 },
    ],
    ["a short group is none", [{ who: "ab", duration: 10 }], { sessions: 1, supports: 2, shortAdvices: 0 }],
    [
      "a group counts its present people and its head-count",
      [{ who: "ab", headCount: 8 }],
      { sessions: 1, supports: 10, minutes: 60 },
    ],
    ["excused and absent are no supports", [{ who: "abcd", presences: "ppex" }], { supports: 2, excused: 1, absent: 1 }],
    [
      "time around a session is no contact",
      [{ preparation: 20, travel: 30, travelKilometres: 12 }],
      { minutes: 60, preparationMinutes: 20, travelMinutes: 30, kilometres: 12 },
    ],
    ["a session of another year is none", [{ heldOn: "2025-12-31" }], { sessions: 0, supports: 0, minutes: 0 }],
    ["the first and the last day are in", [{ heldOn: "2026-01-01" }, { heldOn: "2026-11-24" }], { sessions: 2 }],
  ])("%s", (_, sessions, expected) => {
    const { facilitator, log } = setUp();
    for (const one of sessions) log(one);
    expect(addUp(listMonthlyCounts(facilitator, year))).toMatchObject(expected);
  });

  it("counts other work as hours used, never as sessions, supports or contact", () => {
    const row = {
      month: "2026-03",
      shortAdvices: 0,
      supports: 0,
      preparationMinutes: 0,
      travelMinutes: 10,
      kilometres: 0,
      excused: 0,
      absent: 0,
    };
    const total = addUp([
      { ...row, kind: "other_work", sessions: 2, minutes: 90 },
      { ...row, kind: "individual", sessions: 1, supports: 1, minutes: 60 },
    ]);
    expect(total).toMatchObject({ sessions: 1, supports: 1, minutes: 60, otherMinutes: 90, travelMinutes: 20 });
  });
});

describe("which providers are counted", () => {
  const sum = (rows: ReturnType<typeof listCoverage>) => {
    const add = (key: "known" | "reached" | "reachedBefore" | "newProviders" | "never") =>
      rows.reduce((total, row) => total + row[key], 0);
    return {
      known: add("known"),
      reached: add("reached"),
      before: add("reachedBefore"),
      fresh: add("newProviders"),
      never: add("never"),
    };
  };

  it.each<[string, Given[], Partial<ReturnType<typeof sum>>]>([
    ["nobody yet", [], { known: 4, reached: 0, fresh: 0, never: 4 }],
    ["the same twice is one", [{ who: "a" }, { who: "a" }], { reached: 1, fresh: 1, never: 3 }],
    [
      "the same in several months is one",
      [{ who: "a", heldOn: "2026-02-03" }, { who: "a", heldOn: "2026-05-04" }, { who: "a" }],
      { known: 4, reached: 1, never: 3 },
    ],
    ["each present provider of a group", [{ who: "abc", presences: "ppe" }], { reached: 2, fresh: 2, never: 2 }],
    [
      "seen last year too: followed, not new",
      [{ who: "a", heldOn: "2025-05-05" }, { who: "a" }],
      { reached: 1, fresh: 0, before: 1, never: 3 },
    ],
    [
      "seen last year only: neither reached nor never met",
      [{ who: "a", heldOn: "2025-05-05" }],
      { reached: 0, before: 1, never: 3 },
    ],
  ])("%s", (_, sessions, expected) => {
    const { facilitator, log } = setUp();
    for (const one of sessions) log(one);
    expect(sum(listCoverage(facilitator, year, yearBefore))).toMatchObject(expected);
  });

  it("leaves out who closed before the period or was deleted, not who closed during it", () => {
    const { facilitator, ids } = setUp();
    const close = sqlite().prepare(
      "INSERT INTO establishment_states (id, establishment_id, state, from_on, created_at) SELECT 's' || id, id, 'closed', ?, 0 FROM establishments WHERE provider_id = ?",
    );
    sqlite().prepare("UPDATE establishment_states SET from_on = '2020-01-01'").run();
    close.run("2025-10-01", ids.get("a"));
    close.run("2026-06-01", ids.get("b"));
    expect(sum(listCoverage(facilitator, year, yearBefore)).known).toBe(3);
    expect(sum(listCoverage(facilitator, yearBefore, year)).known).toBe(4);
    sqlite().prepare("UPDATE providers SET deleted_at = 1 WHERE id = ?").run(ids.get("c"));
    expect(sum(listCoverage(facilitator, year, yearBefore)).known).toBe(2);
  });

  it("counts the establishments ticked where their operator was present", () => {
    const { facilitator, ids, log } = setUp();
    const tick = sqlite().prepare(
      "INSERT OR IGNORE INTO session_establishments SELECT ?, id FROM establishments WHERE provider_id = ?",
    );
    const session = log({ who: "ab", presences: "pe" });
    tick.run(session, ids.get("a"));
    tick.run(session, ids.get("b"));
    tick.run(log({ who: "a" }), ids.get("a"));
    expect(countEstablishmentsReached(facilitator, year)).toBe(1);
  });
});

describe("hours and plans", () => {
  it("count each facilitator's time, granted and used", () => {
    const { office, facilitator, log } = setUp();
    const other = makeMember(office.id, "facilitator");
    sqlite().prepare("UPDATE memberships SET hours_per_year = 730 WHERE user_id = ?").run(facilitator.userId);
    sqlite()
      .prepare("INSERT INTO session_facilitators VALUES (?, ?)")
      .run(log({ duration: 60, heldOn: "2026-03-05" }), other.userId);
    const hours = listFacilitatorHours(facilitator, { from: "2026-03-05", to: "2026-03-06" });
    expect(hours.map(({ used, granted }) => [used, granted]).sort()).toEqual([
      [60, 0],
      [60, 240],
    ]);
  });

  it("count actions created, done, open and late on the last day", () => {
    const { facilitator, log } = setUp();
    log({ nextStep: "Répondre aux avis", nextStepDue: "date", nextStepDate: "2026-11-10" });
    log({ nextStep: "Refaire les photos", nextStepDue: "date", nextStepDate: "2026-12-10" });
    log({ nextStep: "Déclarer le meublé" });
    sqlite().prepare("UPDATE actions SET state = 'done', done_on = '2026-11-20' WHERE title = 'Déclarer le meublé'").run();
    const asked = { ...year, asOf: "2026-11-24" };
    expect(getPlanTotals(facilitator, asked)).toMatchObject({ created: 3, done: 1, open: 2, late: 1 });
    expect(getPlanTotals(facilitator, { ...yearBefore, asOf: "2025-12-31" })).toMatchObject({
      created: 0,
      done: 0,
      open: 0,
      late: 0,
    });
  });
});

describe("summaries and facts", () => {
  it("answer alike for whole months, and narrowed figures add up to the whole", () => {
    const { office, facilitator, log } = setUp();
    for (const heldOn of ["2026-02-03", "2026-02-28", "2026-05-01", "2026-11-24"]) {
      log({ heldOn, who: "abc", presences: "pex", theme: "reputation", headCount: 2, preparation: 10 });
      log({ heldOn, who: "d", channel: undefined, theme: undefined, duration: 10, travel: 25, travelKilometres: 9 });
    }
    const owners = [office.id];
    expect(monthlyFromSummaries(owners, year)).toEqual(monthlyFromFacts(owners, year, {}));
    expect(topicsFromSummaries(owners, year)).toEqual(topicsFromFacts(owners, year, {}));
    expect(facilitatorsFromSummaries(owners, year)).toEqual(facilitatorsFromFacts(owners, year, {}));
    const narrowed = [undefined, "reputation"].map((theme) => addUp(listMonthlyCounts(facilitator, { ...year, theme })).sessions);
    expect(narrowed).toEqual([8, 4]);
    expect(addUp(listMonthlyCounts(facilitator, { ...year, facilitator: facilitator.userId })).supports).toBe(
      addUp(listMonthlyCounts(facilitator, year)).supports,
    );
    const cut = { from: "2026-02-03", to: "2026-11-24" };
    expect(addUp(listMonthlyCounts(facilitator, cut))).toEqual(addUp(listMonthlyCounts(facilitator, year)));
    expect(listTopicCounts(facilitator, cut).reduce((total, row) => total + row.sessions, 0)).toBe(8);
  });
});
