import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { getCoachingSession, listCoachingSessions } from "~/features/coaching/queries.server";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { addUp } from "~/features/figures/model";
import { listMonthlyCounts } from "~/features/figures/queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { applyImport, undoImport } from "~/features/imports/commands.server";
import { mapImport } from "~/features/imports/mapping.commands.server";
import { answerMatches } from "~/features/imports/matches.commands.server";
import { listMatches } from "~/features/imports/matches.queries.server";
import { countRecords, getImport, listImports } from "~/features/imports/queries.server";
import { countRowsApplied, listProblems } from "~/features/imports/rows.queries.server";
import { listProviders } from "~/features/providers/list.queries.server";
import { describeDifference } from "~/features/reports/difference.server";
import { getReport } from "~/features/reports/queries.server";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { importOf, runJobs, sendFile } from "~/testing/factories/table-import";
import { workbookOf } from "~/testing/factories/workbook";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { countBatch } from "./commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const titles = "Date;Prestataire;Durée;Mode;Thème;Commentaires;Animateur";
const columns: ("heldOn" | "provider" | "duration" | "channel" | "theme" | "privateNote" | "author")[] = [
  ...(["heldOn", "provider", "duration", "channel", "theme", "privateNote", "author"] as const),
];
const rows = [
  "12/03/2024;Gîte des Pins;1h30;téléphone;Google;Fiche à revendiquer;Anaïs Berthou",
  "13/03/2024;GITE DES PINS;1,5;sur place;Avis;;Anaïs Berthou",
  "2024-04-02;Gites des Pin;90;visio;Bricolage;;Quelqu’un d’autre",
  "3 mai 2024;La Marée haute;1:30;;;;",
  "31/02/2024;Gîte des Pins;60;;;;",
  "12/03/2024;Gîte des Pins;longtemps;;;;",
  "12/03/2024;;60;;;;",
  "12/03/2030;Gîte des Pins;60;;;;",
];

async function setUp(lines: readonly string[] = rows) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director");
  const pins = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const id = await sendFile(facilitator, office, { content: [titles, ...lines].join("\n") });
  const map = () => mapImport(facilitator, importOf(facilitator, id), { content: "past_sessions", columns });
  const apply = async () => {
    applyImport(facilitator, importOf(facilitator, id));
    await runJobs();
  };
  if (getImport(facilitator, id).state === "to_map") map();
  await runJobs();
  return { office, facilitator, director, pins, id, apply };
}

type Answers = Parameters<typeof answerMatches>[2]["matches"];

function answer({ facilitator, id }: Awaited<ReturnType<typeof setUp>>, matches: Answers, isCounted = true) {
  const input = { intent: "keep" as const, matches, rest: "ask" as const, ...(isCounted ? { isCounted: "on" as const } : {}) };
  answerMatches(facilitator, importOf(facilitator, id), input);
}

const said = (key: string, choice: string, other = "") => ({ word: "provider" as const, key, choice, other });

describe("a follow-up file", () => {
  it("says row by row what cannot be taken over, and asks about the names it does not know", async () => {
    const { facilitator, id, pins } = await setUp();
    expect(countRecords(facilitator, id).counts).toMatchObject({ new: 4, wrong: 4 });
    expect(listProblems(facilitator, id).map(({ line, problem }) => [line, problem.key])).toEqual([
      [6, "bad_day"],
      [7, "bad_duration"],
      [8, "no_provider"],
      [9, "future_day"],
    ]);
    expect(listMatches(facilitator, id, false).map(({ word, name, suggestions }) => [word, name, suggestions])).toEqual([
      ["author", "Quelqu’un d’autre", []],
      ["provider", "Gites des Pin", [pins.id]],
      ["provider", "La Marée haute", []],
      ["theme", "Bricolage", []],
    ]);
  });

  it("counts a bare number of days from 1904 where its workbook does", async () => {
    const said = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const held = (place: string, value: number) => `<c r="${place}"><v>${value}</v></c>`;
    const head = `<row r="1">${said("A1", "Date")}${said("B1", "Prestataire")}${said("C1", "Durée")}</row>`;
    const line = `<row r="2">${held("A2", 43_901)}${said("B2", "Gîte des Pins")}${held("C2", 90)}</row>`;
    const { office, facilitator } = await setUp();
    const sent = await sendFile(facilitator, office, {
      content: workbookOf(head + line, { properties: 'date1904="1"' }),
      fileName: "suivi.xlsx",
    });
    mapImport(facilitator, importOf(facilitator, sent), {
      content: "past_sessions",
      columns: ["heldOn", "provider", "duration"],
    });
    await runJobs();
    applyImport(facilitator, importOf(facilitator, sent));
    await runJobs();
    const days = sqlite().prepare("SELECT held_on FROM coaching_sessions WHERE import_id = ?").pluck().all(sent);
    expect(days).toEqual(["2024-03-12"]);
  });

  it("becomes sessions marked as taken over, with the answers given", async () => {
    const setup = await setUp();
    const { facilitator, id, pins, apply } = setup;
    await expect(apply()).rejects.toThrow(expect.objectContaining({ key: "matchesLeft", values: { count: 2 } }));
    expect(() => answer(setup, [said("gites des pin", "", "Hôtel inconnu")])).toThrow(
      expect.objectContaining({ key: "unknownProviderName" }),
    );
    answer(setup, [said("gites des pin", pins.id), said("la maree haute", "new")]);
    await apply();
    expect(countRowsApplied(facilitator, id)).toEqual({ applied: 4, left: 0 });
    const { rows: found } = listCoachingSessions(facilitator, { batch: id });
    expect(
      found.map(({ heldOn, durationMinutes, theme, channel, who }) => [heldOn, durationMinutes, theme, channel, who]),
    ).toEqual([
      ["2024-05-03", 90, null, null, ["La Marée haute"]],
      ["2024-04-02", 90, null, "video", ["Gîte des Pins"]],
      ["2024-03-13", 90, "reputation", "visit", ["Gîte des Pins"]],
      ["2024-03-12", 90, "visibility", "phone", ["Gîte des Pins"]],
    ]);
    expect(found.map((one) => getCoachingSession(facilitator, one.id).privateNote)).toEqual([
      "",
      "Bricolage",
      "",
      "Fiche à revendiquer",
    ]);
    expect(found.map((one) => getCoachingSession(facilitator, one.id).importId)).toEqual([id, id, id, id]);
    expect(listProviders(facilitator, {}).rows.map((one) => one.name)).toEqual(["Gîte des Pins", "La Marée haute"]);
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("enters the figures or not, and is withdrawn whole with the figures following", async () => {
    const setup = await setUp();
    const { facilitator, id, apply } = setup;
    answer(setup, [said("gites des pin", "aside"), said("la maree haute", "new")], false);
    await apply();
    const year = { from: "2024-01-01", to: "2024-12-31" };
    const narrowed = { ...year, facilitator: facilitator.userId };
    const figures = () => [
      addUp(listMonthlyCounts(facilitator, year)).sessions,
      addUp(listMonthlyCounts(facilitator, narrowed)).sessions,
      totalCoachingSessions(facilitator, { batch: id }).sessions,
    ];
    expect(figures()).toEqual([0, 0, 0]);
    expect(listProviders(facilitator, { met: "never" }).rows).toHaveLength(2);
    countBatch(facilitator, importOf(facilitator, id), { isCounted: true, reason: undefined });
    expect(figures()).toEqual([3, 3, 3]);
    expect(listProviders(facilitator, { met: "never" }).rows).toHaveLength(0);
    countBatch(facilitator, importOf(facilitator, id), { isCounted: false, reason: undefined });
    expect(figures()).toEqual([0, 0, 0]);
    countBatch(facilitator, importOf(facilitator, id), { isCounted: true, reason: undefined });
    undoImport(facilitator, importOf(facilitator, id));
    await runJobs();
    expect(getImport(facilitator, id).state).toBe("undone");
    expect(figures()).toEqual([0, 0, 0]);
    expect(listCoachingSessions(facilitator, { batch: id }).rows).toEqual([]);
    expect(listProviders(facilitator, {}).rows.map((one) => one.name)).toEqual(["Gîte des Pins"]);
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("is not taken over twice", async () => {
    const setup = await setUp(rows.slice(0, 2));
    await setup.apply();
    const { facilitator, office } = setup;
    const again = await sendFile(facilitator, office, { content: [titles, ...rows.slice(0, 2)].join("\n") });
    applyImport(facilitator, importOf(facilitator, again));
    await runJobs();
    expect(countRowsApplied(facilitator, again)).toEqual({ applied: 0, left: 2 });
    expect(listCoachingSessions(facilitator, {}).rows).toHaveLength(2);
  });

  it("is out of the director's sight, who reads no private note, and of another office's", async () => {
    const { director, facilitator, id } = await setUp();
    expect(listImports(facilitator)).toHaveLength(1);
    expect(listImports(director)).toEqual([]);
    expect(() => getImport(director, id)).toThrow(NotFoundError);
    expect(() => getImport(makeMember(makeOrganisation().id, "facilitator"), id)).toThrow(NotFoundError);
  });

  it("cannot be mapped or counted by a director", async () => {
    const { director, facilitator, office } = await setUp();
    const id = await sendFile(director, office, { content: `A;B;C\n12/03/2024;Gîte des Pins;60` });
    const map = () =>
      mapImport(director, importOf(director, id), { content: "past_sessions", columns: ["heldOn", "provider", "duration"] });
    expect(map).toThrow(expect.objectContaining({ key: "importNotYours" }));
    expect(() => countBatch(director, importOf(director, id), { isCounted: true, reason: undefined })).toThrow(ForbiddenError);
    expect(getImport(facilitator, id).state).toBe("to_map");
  });
});

describe("sessions taken over into a period that a finished report told", () => {
  const lines = ["12/03/2025;Gîte des Pins;60;;;;", "13/03/2025;Gîte des Pins;60;;;;", "13/03/2026;Gîte des Pins;60;;;;"];
  const told = (report: () => Parameters<typeof describeDifference>[1], actor: Parameters<typeof describeDifference>[0]) =>
    (describeDifference(actor, report())?.reasons ?? []).map(({ text }) => text);

  it("ask one line why, which the report quotes once for the file, as they come and as they go", async () => {
    const setup = await setUp(lines);
    const { facilitator, director, office, id } = setup;
    const reportId = makeFinishedReport(director, office);
    const report = () => getReport(director, reportId);
    const batch = () => importOf(facilitator, id);
    answer(setup, []);
    expect(() => applyImport(facilitator, batch())).toThrow(expect.objectContaining({ key: "importReason" }));
    applyImport(facilitator, batch(), { reportReason: "Ancien tableau retrouvé" });
    await runJobs();
    expect(told(report, director)).toEqual([
      "du 12 mars 2025 au 13 mars 2025 · 2 séances reprises · Anaïs Berthou\u00a0: Ancien tableau retrouvé",
    ]);
    expect(() => countBatch(facilitator, batch(), { isCounted: false, reason: undefined })).toThrow(RuleError);
    countBatch(facilitator, batch(), { isCounted: false, reason: "Comptées deux fois" });
    expect(told(report, director)[1]).toContain("2 séances reprises retirées · Anaïs Berthou\u00a0: Comptées deux fois");
    countBatch(facilitator, batch(), { isCounted: true, reason: "Vérifiées" });
    expect(() => undoImport(facilitator, batch())).toThrow(expect.objectContaining({ key: "importReason" }));
    undoImport(facilitator, batch(), "Mauvais fichier");
    await runJobs();
    expect(told(report, director).at(-1)).toContain("2 séances reprises retirées · Anaïs Berthou\u00a0: Mauvais fichier");
  });

  it("ask nothing where they are kept out of the figures", async () => {
    const setup = await setUp(lines);
    const { facilitator, director, office, id } = setup;
    const reportId = makeFinishedReport(director, office);
    answer(setup, [], false);
    applyImport(facilitator, importOf(facilitator, id));
    await runJobs();
    expect(told(() => getReport(director, reportId), director)).toEqual([]);
  });
});
