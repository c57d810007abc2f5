import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import type { SessionInput } from "~/features/coaching/form";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { insertRow } from "~/testing/insert-row";
import { type FigureKey, figureKeys } from "./catalogue.model";
import { readFigure, readFigures } from "./readings.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const year = { from: "2026-01-01", to: "2026-12-31" };
const before = { from: "2025-01-01", to: "2025-12-31" };

type Given = Omit<Partial<SessionInput>, "participants"> & { who: string; presences?: string };

/** An office with providers « a » to « e »; `presences: "pex"` says present, excused, absent. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const ids = new Map([..."abcde"].map((letter) => [letter, makeProvider(facilitator, office).id]));
  const words = { p: "present", e: "excused", x: "absent" } as const;
  const log = ({ who, presences = "ppppp", ...rest }: Given) =>
    makeSession(facilitator, office, {
      ...rest,
      participants: [...who].map((letter, place) => {
        const code = presences[place];
        return { providerId: ids.get(letter) ?? "", presence: code === "e" || code === "x" ? words[code] : words.p };
      }),
    });
  const read = (id: FigureKey, more = {}) => readFigure(facilitator, { ...year, before, ...more }, id);
  return { office, facilitator, ids, log, read };
}
type World = ReturnType<typeof setUp>;

interface Held {
  state?: string;
  heldOn?: string;
  capacity?: number | null;
  headCount?: number;
  /** One letter a person: came, missed, waits, offered a seat, cancelled. */
  people?: string;
}

function makeHeld({ office, facilitator }: World, given: Held = {}) {
  const { state = "held", heldOn = "2026-03-10", capacity = 4, headCount = 0, people = "" } = given;
  const id = newId();
  const starts = Date.parse(`${heldOn}T14:00:00Z`);
  insertRow("workshops", {
    id,
    owner_id: office.id,
    state,
    title: "Répondre aux avis",
    themes: '["reputation"]',
    zone: "Europe/Paris",
    starts_at: starts,
    ends_at: starts + 7_200_000,
    held_on: heldOn,
    duration_minutes: 120,
    capacity,
    head_count: headCount,
    reminders: "[]",
    created_by_id: facilitator.userId,
    created_at: 0,
  });
  const states: Record<string, [string, string | null]> = {
    c: ["registered", "present"],
    m: ["registered", "absent"],
    w: ["waiting", null],
    o: ["offered", null],
    x: ["cancelled", null],
  };
  const registered = [...people].map((letter, position) => {
    const [registration, presence] = states[letter] ?? ["registered", null];
    const row = { id: newId(), workshop_id: id, state: registration, position, presence, name: "Odile", source: "public" };
    insertRow("workshop_registrations", { ...row, person_key: newId(), created_at: 0, changed_at: 0 });
    return row.id;
  });
  return { id, registered };
}

function makeOpinion(
  { office }: World,
  { id, registered }: ReturnType<typeof makeHeld>,
  row: Record<string, unknown> & { by: number },
) {
  const { by, ...words } = row;
  const key = { id: newId(), owner_id: office.id, workshop_id: id, registration_id: registered[by], created_at: 0 };
  insertRow("workshop_feedback", { ...key, moment: "end", ...words });
}

describe("the catalogue", () => {
  it("is read whole, each figure once, and by id alone", () => {
    const { facilitator } = setUp();
    const all = readFigures(facilitator, { ...year, before });
    expect(all.map(({ id }) => id)).toEqual(figureKeys.filter((id) => !id.startsWith("costPer") && !id.endsWith("nScope")));
    expect(readFigures(facilitator, year, ["supports", "known"]).map(({ id }) => id)).toEqual(["known", "supports"]);
  });
});

describe("providers", () => {
  it("reached in both periods, and not met for twelve months as of today", () => {
    const { log, read } = setUp();
    log({ who: "a", heldOn: "2025-05-05" });
    log({ who: "a", heldOn: "2026-05-05" });
    log({ who: "b", heldOn: "2025-05-05" });
    log({ who: "c", heldOn: "2024-03-03" });
    log({ who: "c", heldOn: "2026-03-03" });
    log({ who: "d", heldOn: "2025-11-24" });
    expect(read("again")).toMatchObject({ value: 1, denominator: 2 });
    expect(read("followed")).toMatchObject({ value: 2 });
    expect(read("longSince")).toMatchObject({ value: 1, denominator: 5 });
    expect(read("never")).toMatchObject({ value: 1, denominator: 5 });
  });

  it("by what their channels say, those of whom nothing is noted apart", () => {
    const { ids, read } = setUp();
    const add = (letter: string, kind: string, { url = null, state = "active" }: { url?: string | null; state?: string }) => {
      const found = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck();
      insertRow("channels", { id: newId(), establishment_id: found.get(ids.get(letter)), kind, url, state, created_at: 0 });
    };
    add("a", "website", { url: "https://pins.example" });
    add("b", "website", { url: "http://phare.example" });
    add("c", "website", { url: "https://mort.example", state: "broken" });
    add("a", "google_profile", { state: "active" });
    add("b", "google_profile", { state: "to_claim" });
    add("c", "google_profile", { state: "unknown" });
    add("d", "booking_tool", { url: "https://reserver.example" });
    expect(read("ownSite")).toMatchObject({ value: 0.4, count: 2, denominator: 5, unknown: 2 });
    expect(read("https")).toMatchObject({ value: 0.5, count: 1, denominator: 2 });
    expect(read("googleProfile")).toMatchObject({ count: 1, denominator: 5, unknown: 3 });
    expect(read("onlineBooking")).toMatchObject({ count: 1, denominator: 5, unknown: 4 });
  });
});

describe("the territory", () => {
  it("is the communes that the office's settings name: two denominators, the second left out where there is none", () => {
    const { office, ids, log, read, facilitator } = setUp();
    log({ who: "ab" });
    expect([read("inScope"), read("reachedInScope")]).toEqual([undefined, undefined]);
    const cover = (owner: { id: string }) =>
      insertRow("organisation_communes", { organisation_id: owner.id, insee_code: "33514" });
    const move = sqlite().prepare("UPDATE providers SET insee_code = ? WHERE id = ?");
    for (const [letter, id] of ids) move.run(letter < "d" ? "33514" : "33063", id);
    sqlite().prepare("UPDATE providers SET insee_code = '33063' WHERE id = ?").run(ids.get("b"));
    cover(office);
    expect(read("known")).toMatchObject({ value: 5 });
    expect(read("inScope")).toMatchObject({ value: 2, denominator: 5 });
    expect(read("reachedInScope")).toMatchObject({ value: 1, denominator: 2 });
    // Another office's communes are not this one's.
    cover(makeOrganisation());
    expect(read("inScope")).toMatchObject({ value: 2 });
    expect(readFigures(facilitator, { ...year, commune: "33063" }, ["inScope"])).toMatchObject([{ value: 0, denominator: 3 }]);
  });
});

describe("absences without notice", () => {
  it("are told over the people expected, one to one and in groups, missed appointments with them", () => {
    const { office, facilitator, ids, log, read } = setUp();
    log({ who: "abcd", presences: "ppex" });
    log({ who: "a" });
    const appointment = { id: newId(), owner_id: office.id, provider_id: ids.get("a"), facilitator_id: facilitator.userId };
    const time = { starts_at: 0, zone: "Europe/Paris", held_on: "2026-03-03", duration_minutes: 60, channel: "visit" };
    const rest = { session_id: newId(), booked_by_id: "x", created_at: 0, changed_at: 0 };
    insertRow("appointments", { ...appointment, ...time, ...rest, state: "missed" });
    insertRow("appointments", { ...appointment, ...time, ...rest, id: newId(), state: "booked" });
    expect(read("noShow")).toMatchObject({ count: 2, denominator: 6 });
    expect(read("noShowIndividual")).toMatchObject({ value: 0.5, count: 1, denominator: 2 });
    expect(read("noShowGroup")).toMatchObject({ value: 0.25, count: 1, denominator: 4 });
    expect(read("absences")).toMatchObject({ value: 3, denominator: 6 });
  });
});

describe("workshops", () => {
  it("held, with who came, the seats filled and who waits", () => {
    const world = setUp();
    makeHeld(world, { people: "ccmw", headCount: 2 });
    makeHeld(world, { capacity: null, people: "cc" });
    makeHeld(world, { state: "cancelled", people: "cw" });
    makeHeld(world, { state: "draft" });
    makeHeld(world, { heldOn: "2025-12-31", people: "cw" });
    makeHeld(world, { heldOn: "2027-01-15", state: "full", people: "wox" });
    expect(world.read("workshopsHeld")).toMatchObject({ value: 2 });
    expect(world.read("participants")).toMatchObject({ value: 6 });
    expect(world.read("fillRate")).toMatchObject({ value: 0.75, count: 3, denominator: 4 });
    expect(world.read("waiting")).toMatchObject({ value: 3 });
    expect(world.read("waiting", { to: "2026-06-30" })).toMatchObject({ value: 1 });
    expect(world.read("workshopsHeld", { theme: "website" })).toMatchObject({ value: 0 });
  });

  it("as their people found them, with how many said so", () => {
    const world = setUp();
    const workshop = makeHeld(world, { people: "ccc" });
    expect(world.read("satisfaction")).toMatchObject({ value: null, count: 0 });
    makeOpinion(world, workshop, { by: 0, usefulness: 5, would_recommend: 1 });
    makeOpinion(world, workshop, { by: 1, usefulness: 2, would_recommend: 0 });
    makeOpinion(world, workshop, { by: 2, usefulness: null, would_recommend: null });
    makeOpinion(world, workshop, { by: 0, moment: "later", usefulness: 1 });
    expect(world.read("satisfaction")).toMatchObject({ value: 3.5, count: 2, denominator: 3 });
    expect(world.read("recommend")).toMatchObject({ value: 0.5, count: 1, denominator: 2 });
  });
});

describe("plans", () => {
  it.each([
    [["2026-11-03"], 1],
    [["2026-11-03", "2026-11-12"], 5.5],
    [["2026-11-03", "2026-11-12", "2026-11-22"], 10],
  ])("take the median of the days to be done: %j", (days, expected) => {
    const { log, read } = setUp();
    for (const day of days) {
      log({ who: "a", heldOn: "2026-11-02", nextStep: `Étape ${day}` });
      const set = "UPDATE actions SET state = 'done', done_on = ?, published_at = ? WHERE title = ?";
      sqlite().prepare(set).run(day, Date.parse("2026-11-02T09:00:00Z"), `Étape ${day}`);
    }
    expect(read("actionDays")).toMatchObject({ value: expected, count: days.length });
    expect(read("actionDays", { from: "2025-01-01", to: "2025-12-31" })).toMatchObject({ value: null, count: 0 });
  });
});

describe("costs", () => {
  it("are the hours used at the office's cost of an hour, and hidden while none is set", () => {
    const { office, log, read } = setUp();
    log({ who: "abc", duration: 60, preparation: 30, travel: 30 });
    log({ who: "a", duration: 60 });
    expect(read("costPerSupport")).toBeUndefined();
    sqlite().prepare("UPDATE organisations SET hour_cost_cents = 3000 WHERE id = ?").run(office.id);
    expect(read("costPerSupport")).toMatchObject({ value: 2250, denominator: 4 });
    expect(read("costPerHour")).toMatchObject({ value: 4500, denominator: 120 });
  });
});

describe("filters", () => {
  it("take a funder and a tag, from the sessions that carry them", () => {
    const { log, read } = setUp();
    const session = log({ who: "ab" });
    log({ who: "c" });
    sqlite().prepare("UPDATE coaching_sessions SET funder_id = 'leader' WHERE id = ?").run(session);
    insertRow("session_tags", { session_id: session, tag_id: "saison" });
    for (const filter of [{ funder: "leader" }, { tag: "saison" }]) {
      expect(read("sessions", filter)).toMatchObject({ value: 1 });
      expect(read("reached", filter)).toMatchObject({ value: 2 });
    }
  });
});
