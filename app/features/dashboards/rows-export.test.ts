import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { actionSets, reaches, sessionSets, workshopSets } from "~/features/figures/model";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import { streamTable } from "~/lib/exported-table.server";
import { openTestDatabase } from "~/testing/database";
import { makeBusyOffice } from "~/testing/factories/busy-office";
import { makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { rowLists } from "./form";
import { exportGoals } from "./goal-export.server";
import { readDashboard, resolveDashboard } from "./queries.server";
import { exportFigureRows } from "./rows-export.server";
import { wordsFor } from "./words.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (address: string) => new Request(new URL(address, "http://localhost"));
const tableAt = (actor: Actor, address: string) =>
  address.startsWith("/dashboard/goals") ? exportGoals(actor, asked(address)) : exportFigureRows(actor, asked(address));

async function bytesAt(actor: Actor, address: string, format: "csv" | "xlsx"): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of streamTable(tableAt(actor, address), format)) parts.push(part);
  return Buffer.concat(parts);
}

/** The rows of a CSV by the words of its head. */
async function rowsAt(actor: Actor, address: string): Promise<Record<string, string>[]> {
  const text = (await bytesAt(actor, address, "csv")).toString("utf8").replace("\ufeff", "").trimEnd();
  const [head = "", ...lines] = text.split("\r\n");
  const names = head.split(";");
  return lines.map((line) => Object.fromEntries(line.split(";").map((cell, place) => [names[place] ?? "", cell])));
}

const sum = (rows: readonly Record<string, string>[], name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);

/** The file of the page that a link of the dashboard opens. */
const fileOf = (page = "") => page.replace("?", "/export.csv?");

describe("the rows behind a figure as a file", () => {
  it("are as many as it says, whatever list and set are asked", async () => {
    const { facilitator } = makeBusyOffice();
    const addresses = [
      ...reaches.map((reach) => `providers/export.csv?reach=${reach}`),
      ...actionSets.map((set) => `actions/export.csv?set=${set}`),
      ...workshopSets.map((set) => `workshops/export.csv?set=${set}`),
      ...sessionSets.map((set) => `counted/export.csv?set=${set}`),
      ...["establishments/export.csv", "meet/export.csv"],
    ].map((address) => `/dashboard/${address}`);
    const found = await Promise.all(addresses.map(async (address) => [address, (await rowsAt(facilitator, address)).length]));
    expect(found).toEqual(addresses.map((address) => [address, tableAt(facilitator, address).total]));
    expect(found.filter(([, rows]) => Number(rows) > 0).length).toBeGreaterThan(25);
  });

  it("add up to the figure that opens them, under its own filters", async () => {
    const { facilitator } = makeBusyOffice();
    for (const query of [{}, { theme: "reputation" as const }, { kind: "group" as const }]) {
      const given = resolveDashboard(facilitator, query);
      const data = readDashboard(facilitator, given);
      const words = wordsFor(facilitator, given, data);
      const value = (id: string) => data.figures.find((one) => one.id === id)?.value ?? 0;
      const read = (page: string | undefined) => rowsAt(facilitator, fileOf(page));
      expect(sum(await read(words.counted("used")), "Minutes")).toBe(value("used"));
      expect(sum(await read(words.counted("absences")), "Compte pour")).toBe(value("absences"));
      expect(sum(await read(words.workshops("attended")), "Compte pour")).toBe(value("participants"));
      expect(await read(words.providers("reached"))).toHaveLength(value("reached"));
    }
  });

  it("have real types, what is counted and what was asked beside them", async () => {
    const { facilitator } = makeBusyOffice();
    const address = "/dashboard/counted/export.xlsx?set=used&theme=reputation&period=custom&from=2026-01-01&to=2026-11-24";
    const sheets = await readXlsx(await bytesAt(facilitator, address, "xlsx"));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Séances", "Définitions", "Filtres"]);
    const [, first] = sheets[0]?.data ?? [];
    expect(first?.slice(1)).toEqual([expect.any(Date), "E-réputation", expect.any(String), expect.any(Number)]);
    expect(sheets[1]?.data[1]?.[0]).toBe("Heures utilisées");
    const filters = JSON.stringify(sheets[2]?.data);
    for (const words of ["Thème", "E-réputation", "Période", "1er janvier", "24 novembre 2026"]) expect(filters).toContain(words);
    const audited = "SELECT count(*) FROM audit_entries WHERE command = 'dashboard.exportRows' AND actor_id = ?";
    expect(sqlite().prepare(audited).pluck().get(facilitator.userId)).toBe(1);
  });

  it.each(["providers/export.csv?reach=known", "meet/export.csv"])("hold every row of a long list once: %s", async (address) => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const { id } = makeProvider(facilitator, office);
    copyProvider(id, 1100);
    const rows = await rowsAt(facilitator, `/dashboard/${address}`);
    expect(rows).toHaveLength(1101);
    expect(new Set(rows.map((row) => row.Prestataire)).size).toBe(1101);
  });

  it("say of the goals how far each is, as numbers", async () => {
    const { office, facilitator, director } = withGoal();
    const [sheet, definitions] = await readXlsx(await bytesAt(facilitator, "/dashboard/goals/export.xlsx", "xlsx"));
    const [head, row] = sheet?.data ?? [];
    const told = Object.fromEntries((head ?? []).map((name, place) => [String(name), row?.[place]]));
    expect(told).toMatchObject({ "À atteindre": 10, Atteint: 1.5, Part: 0.15, Animateur: "Tout l’office", Office: office.name });
    expect(told.Du).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(JSON.stringify(definitions?.data)).toContain("Temps avec les prestataires");
    expect(exportGoals(director, asked("/dashboard/goals/export.csv")).total).toBe(1);
  });
});

describe("who may take them", () => {
  const addresses = [...rowLists.map((list) => `/dashboard/${list}/export.csv`), "/dashboard/goals/export.csv"];

  it.each(addresses)("the office's facilitators and directors alone: %s", async (address) => {
    const { pays, office, facilitator, director, provider } = withGoal();
    for (const actor of [facilitator, director]) expect(tableAt(actor, address).total).toBeGreaterThan(0);
    const others = [
      makeMember(office.id, "colleague"),
      makeMember(pays.id, "coordinator"),
      makeMember(office.id, "administrator"),
      makeProviderLogin(facilitator, provider),
    ];
    for (const other of others) expect(() => tableAt(other, address)).toThrow(ForbiddenError);
    const stranger = makeMember(makeOrganisation().id, "director");
    expect(tableAt(stranger, address).total).toBe(0);
    if (!address.includes("goals")) expect(() => tableAt(stranger, `${address}?office=${office.id}`)).toThrow(NotFoundError);
  });

  it("answers at no other address", () => {
    const { director } = withGoal();
    expect(() => tableAt(director, "/dashboard/views/export.csv")).toThrow(NotFoundError);
  });
});

/** An office of a pays with a provider met, one never met, a late action, a workshop held and a goal of hours. */
function withGoal() {
  const pays = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: pays.id });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const provider = makeProvider(facilitator, office);
  makeProvider(facilitator, office);
  const establishments = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck().all(provider.id);
  const step = { nextStep: "Répondre aux avis", nextStepDue: "date", nextStepDate: "2026-11-10" } as const;
  const ticked = establishments.map(String);
  makeSession(facilitator, office, {
    providers: [provider.id],
    duration: 90,
    heldOn: "2026-11-02",
    establishments: ticked,
    ...step,
  });
  const workshop = makeWorkshop(facilitator, office, { title: "Photographier" });
  sqlite().prepare("UPDATE workshops SET state = 'held', held_on = '2026-11-03' WHERE id = ?").run(workshop.id);
  makeGoal(director, office, { figure: "contact", target: 10 });
  return { pays, office, facilitator, director, provider };
}

function copyProvider(id: string, times: number): void {
  const columns = sqlite().prepare<[], { name: string }>("PRAGMA table_info(providers)").all();
  const value = ({ name }: { name: string }) =>
    name === "id" || name === "name" ? `p.${name} || printf('%05d', n.i)` : `p.${name}`;
  sqlite()
    .prepare(`INSERT INTO providers (${columns.map(({ name }) => name).join(", ")})
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      SELECT ${columns.map(value).join(", ")} FROM n, providers p WHERE p.id = ?`)
    .run(times, id);
}
