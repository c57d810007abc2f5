import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { getCoachingTotals } from "~/features/figures/queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { streamTable } from "~/lib/exported-table.server";
import { newId } from "~/lib/ids";
import { toXlsx } from "~/lib/xlsx.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { deleteCoachingSession } from "./commands.server";
import { exportSessions } from "./export.server";
import { correctOtherWork, logOtherWork } from "./other-work.commands.server";
import { getOtherWork } from "./other-work.queries.server";
import { periodDays } from "./period.model";
import { listCoachingSessions } from "./queries.server";
import { logCalls } from "./quick-entry.commands.server";
import { resolveWho, usualCallMinutes } from "./quick-entry.queries.server";
import { totalCoachingSessions } from "./totals.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const hotel = makeProvider(facilitator, office, { name: "Hôtel du Phare" });
  return { office, facilitator, gite, hotel, canLog: authorize(facilitator, "coaching.log", office) };
}
const work = (given: Partial<Parameters<typeof logOtherWork>[2]> = {}) => ({
  id: newId(),
  kind: "meeting" as const,
  heldOn: "2026-11-10",
  duration: 90,
  note: "Comité des partenaires",
  ...given,
});
const asked = (query = "") => new Request(`http://localhost/coaching/export.csv${query}`);

describe("the log", () => {
  it("totals what the filter matches by the definitions, other work apart", () => {
    const { office, facilitator, gite, hotel, canLog } = setUp();
    makeSession(facilitator, office, { providers: [gite.id], duration: 45, preparation: 15, travel: 30, travelKilometres: 24 });
    const participants = [
      { providerId: gite.id, presence: "present" as const },
      { providerId: hotel.id, presence: "absent" as const },
    ];
    makeSession(facilitator, office, { participants, headCount: 2, duration: 120, theme: "reputation", heldOn: "2025-06-03" });
    logOtherWork(facilitator, canLog, work());
    const total = totalCoachingSessions(facilitator, {});
    expect(total).toEqual({
      sessions: 2,
      supports: 4,
      providers: 1,
      minutes: 165,
      preparationMinutes: 15,
      travelMinutes: 30,
      travelKilometres: 24,
      otherWorks: 1,
      otherMinutes: 90,
    });
    expect(totalCoachingSessions(facilitator, { from: "2026-01-01" })).toMatchObject({ sessions: 1, supports: 1, otherWorks: 1 });
    expect(totalCoachingSessions(facilitator, { provider: hotel.id })).toMatchObject({ sessions: 1, supports: 3, providers: 1 });
  });

  it("reaches under a commune or a kind those of there alone, whoever else came to the group", () => {
    const { office, facilitator, gite } = setUp();
    const elsewhere = makeProvider(facilitator, office, { name: "Camping du Lac" });
    sqlite().prepare("UPDATE providers SET insee_code = '33203', kind = 'camping' WHERE id = ?").run(elsewhere.id);
    makeSession(facilitator, office, { providers: [gite.id, elsewhere.id] });
    expect(totalCoachingSessions(facilitator, {}).providers).toBe(2);
    expect(totalCoachingSessions(facilitator, { commune: "33203" })).toMatchObject({ sessions: 1, providers: 1 });
    expect(totalCoachingSessions(facilitator, { providerKind: "camping" })).toMatchObject({ sessions: 1, providers: 1 });
  });

  it("leaves other work out of what is left to say", () => {
    const { office, facilitator, gite, canLog } = setUp();
    const bare = makeSession(facilitator, office, { providers: [gite.id], theme: undefined, channel: undefined });
    logOtherWork(facilitator, canLog, work());
    for (const filter of [{ theme: "none" }, { channel: "none" as const }]) {
      expect(listCoachingSessions(facilitator, filter).rows.map((row) => row.id)).toEqual([bare]);
      expect(totalCoachingSessions(facilitator, filter)).toMatchObject({ sessions: 1, otherWorks: 0 });
    }
  });

  it("narrows by each filter", () => {
    const { office, facilitator, gite, hotel } = setUp();
    const colleague = makeMember(office.id, "facilitator");
    const pins = makeSession(facilitator, office, { providers: [gite.id], channel: "phone", note: "" });
    const phare = makeSession(colleague, office, { providers: [hotel.id], theme: undefined, channel: undefined });
    const ids = (filter: Parameters<typeof listCoachingSessions>[1]) =>
      listCoachingSessions(facilitator, filter).rows.map((row) => row.id);
    expect(ids({ who: "PHARE hôtel" })).toEqual([phare]);
    expect(ids({ who: "%" })).toEqual([]);
    expect(ids({ provider: gite.id })).toEqual([pins]);
    expect(ids({ channel: "phone" })).toEqual([pins]);
    expect(ids({ channel: "none" })).toEqual([phare]);
    expect(ids({ theme: "none" })).toEqual([phare]);
    expect(ids({ facilitator: colleague.userId })).toEqual([phare]);
    expect(ids({ commune: "33514" })).toHaveLength(2);
    expect(ids({ commune: "33063" })).toEqual([]);
    expect(ids({ incomplete: "1" })).toHaveLength(2);
    const tag = newId();
    sqlite().prepare("INSERT INTO session_tags (session_id, tag_id) VALUES (?, ?)").run(pins, tag);
    expect(ids({ tag })).toEqual([pins]);
  });

  it("counts a session for whoever helped to lead it", () => {
    const { office, facilitator, gite } = setUp();
    const helper = makeMember(office.id, "facilitator");
    const id = makeSession(facilitator, office, { providers: [gite.id] });
    sqlite().prepare("INSERT INTO session_facilitators (session_id, user_id) VALUES (?, ?)").run(id, helper.userId);
    expect(listCoachingSessions(helper, { facilitator: helper.userId }).rows).toHaveLength(1);
    sqlite().prepare("DELETE FROM session_facilitators WHERE user_id = ?").run(helper.userId);
  });

  it("knows this week, month, season and year", () => {
    expect(periodDays("week", "2026-11-24", [])).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(periodDays("month", "2026-02-10", [])).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(periodDays("year", "2026-11-24", [])).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    expect(periodDays("season", "2026-11-24", [])).toEqual({ from: "2026-04-01", to: "2026-09-30" });
    expect(periodDays("season", "2026-11-24", [27, 28, 29, 35])).toEqual({ from: "2026-06-29", to: "2026-08-30" });
  });
});

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

describe("the export", () => {
  const trap = '=HYPERLINK("http://piege.example")';
  function withSessions() {
    const made = setUp();
    makeSession(made.facilitator, made.office, { providers: [made.gite.id], note: trap, privateNote: "À ménager." });
    makeSession(made.facilitator, made.office, { providers: [made.gite.id, made.hotel.id], heldOn: "2025-03-04", duration: 90 });
    return { ...made, director: makeMember(made.office.id, "director") };
  }
  async function readCsv(actor: Actor, query = ""): Promise<Record<string, string>[]> {
    const parts = await collect(streamTable(await exportSessions(actor, asked(query)), "csv"));
    return parse(Buffer.concat(parts), { bom: true, delimiter: ";", columns: true });
  }
  const readBook = async (actor: Actor, query = "") =>
    readXlsxFile(await toXlsx((await exportSessions(actor, asked(query))).sheets()));

  it("reads back as one row a session, with the page's filters and no formula", async () => {
    const { facilitator } = withSessions();
    expect(await readCsv(facilitator)).toHaveLength(2);
    const rows = await readCsv(facilitator, "?from=2026-01-01&to=2026-12-31");
    expect(rows).toMatchObject([
      { Date: "2026-11-02", Avec: "Gîte des Pins", "Durée (min)": "60", "Durée (h)": "1", "Entre nous": "À ménager." },
    ]);
    expect(rows[0]?.["Ce qui a été fait"]).toBe(`'${trap}`);
    expect(await readCsv(facilitator, "?theme=legal")).toEqual([]);
  });

  it("holds participants and definitions in the workbook, with real numbers and days", async () => {
    const { facilitator } = withSessions();
    const [sessions, participants, definitions, filters] = await readBook(facilitator, "?to=2025-12-31");
    const [head, row] = sessions?.data ?? [];
    const cell = (title: string) => row?.[head?.indexOf(title) ?? -1];
    expect([cell("Date"), cell("Durée (min)"), cell("Durée (h)")]).toEqual([new Date("2025-03-04T00:00:00Z"), 90, 1.5]);
    expect(participants?.data.map((one) => one[2])).toEqual(["Prestataire", "Gîte des Pins", "Hôtel du Phare"]);
    expect(participants?.data[1]?.[5]).toBe("33514");
    expect(filters?.data).toContainEqual(["Filtres", "jusqu’au 31 déc. 2025"]);
    expect(definitions?.data.map((one) => one[0])).toContain("Participation");
  });

  it("gives the director no private note, not even its column, and nothing to others", async () => {
    const { director, facilitator, gite, office } = withSessions();
    const [row] = await readCsv(director);
    expect(row).toBeDefined();
    expect(Object.keys(row ?? {})).not.toContain("Entre nous");
    expect(JSON.stringify(await readBook(director))).not.toContain("À ménager");
    expect(await readCsv(setUp().facilitator, `?office=${office.id}`)).toEqual([]);
    for (const actor of [makeProviderLogin(facilitator, gite), makeMember(office.id, "colleague")]) {
      await expect(exportSessions(actor, asked())).rejects.toThrow(ForbiddenError);
    }
  });

  it("is written down in the audit", async () => {
    const { facilitator } = withSessions();
    await readCsv(facilitator, "?theme=legal");
    const last = sqlite().prepare("SELECT command, actor_id, detail FROM audit_entries ORDER BY id DESC").get();
    expect(last).toMatchObject({ command: "coaching.export", actor_id: facilitator.userId });
    expect(JSON.stringify(last)).toContain("Thème\u00a0: Obligations légales");
  });
});

describe("other work", () => {
  it("is hours used, never a support, and follows its corrections", () => {
    const { facilitator, canLog } = setUp();
    const { id } = logOtherWork(facilitator, canLog, work());
    const read = () =>
      sqlite()
        .prepare("SELECT other_minutes, supports, sessions FROM facilitator_months WHERE facilitator_id = ?")
        .get(facilitator.userId);
    expect(read()).toEqual({ other_minutes: 90, supports: 0, sessions: 0 });
    expect(getCoachingTotals(facilitator, { from: "2026-01-01", to: "2026-12-31" }).supports).toBe(0);
    const row = authorize(facilitator, "coaching.correct", getOtherWork(facilitator, id));
    correctOtherWork(facilitator, row, work({ id, version: 1, duration: 30 }));
    expect(read()).toMatchObject({ other_minutes: 30 });
    expect(() => correctOtherWork(facilitator, row, work({ id, version: 1 }))).toThrow(ConflictError);
    deleteCoachingSession(facilitator, authorize(facilitator, "coaching.delete", getOtherWork(facilitator, id)));
    expect(read()).toMatchObject({ other_minutes: 0 });
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("is refused in the future, and to strangers", () => {
    const { office, facilitator, canLog, gite } = setUp();
    expect(() => logOtherWork(facilitator, canLog, work({ heldOn: "2026-11-25" }))).toThrow(RuleError);
    const { id } = logOtherWork(facilitator, canLog, work());
    expect(() => getOtherWork(setUp().facilitator, id)).toThrow(NotFoundError);
    expect(() => getOtherWork(facilitator, makeSession(facilitator, office, { providers: [gite.id] }))).toThrow(NotFoundError);
    const director = makeMember(office.id, "director");
    expect(() => authorize(director, "coaching.correct", getOtherWork(director, id))).toThrow(ForbiddenError);
  });
});

describe("quick entry", () => {
  it("logs each call as a session of its own, once", () => {
    const { facilitator, canLog, gite, hotel } = setUp();
    const call = (providerId: string) => ({ id: newId(), providerId, minutes: "10", theme: "legal", note: "Mentions légales." });
    const input = { id: newId(), heldOn: "2026-11-24", channel: "phone", calls: [call(gite.id), call(hotel.id)] };
    expect(logCalls(facilitator, canLog, input)).toEqual({ count: 2 });
    expect(logCalls(facilitator, canLog, input)).toEqual({ count: 2 });
    expect(totalCoachingSessions(facilitator, {})).toMatchObject({ sessions: 2, supports: 2, minutes: 20 });
    expect(usualCallMinutes(facilitator, { id: canLog.id, shortAdviceMinutes: 15 })).toBe(10);
  });

  it("logs all or none", () => {
    const { facilitator, canLog, gite } = setUp();
    const stranger = setUp().gite;
    const call = (providerId: string) => ({ id: newId(), providerId, minutes: "10", theme: undefined, note: "" });
    const input = { id: newId(), heldOn: "2026-11-24", channel: "phone", calls: [call(gite.id), call(stranger.id)] };
    expect(() => logCalls(facilitator, canLog, input)).toThrow(RuleError);
    expect(listCoachingSessions(facilitator, {}).rows).toEqual([]);
  });

  it("tells who is named, and asks when several are", () => {
    const { office, facilitator, gite } = setUp();
    const other = makeProvider(facilitator, office, { name: "Gîte des Pins bleus" });
    const resolve = (who: string, providerId?: string) => resolveWho(facilitator, office.id, { who, providerId });
    expect(resolve("phare")).toHaveProperty("providerId");
    expect(resolve("gite des pins")).toEqual({ providerId: gite.id });
    expect(resolve("pins")).toMatchObject({ choices: [{}, {}] });
    expect(resolve("pins", other.id)).toEqual({ providerId: other.id });
    expect(resolve("phare", other.id)).not.toEqual({ providerId: other.id });
    expect(resolve("inconnu")).toEqual({ choices: [] });
    expect(resolve("", setUp().gite.id)).toEqual({ choices: [] });
  });
});
