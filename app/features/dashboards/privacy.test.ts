import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { actorOf, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { describeDashboard } from "./describe.server";
import { describeFilterBar } from "./describe-filters.server";
import { describeActionRows, describeProviderRows } from "./describe-rows.server";
import { exportDashboardCsv, exportDashboardXlsx } from "./export.server";
import type { DashboardQuery } from "./form";
import { readDashboard, resolveDashboard } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** A pays over one office whose one facilitator saw one of its two providers for an hour. */
function setUp() {
  const pays = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: pays.id });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeProvider(facilitator, office, { name: "Hôtel du Phare" });
  makeSession(facilitator, office, { providers: [gite.id], duration: 60, nextStep: "Répondre aux avis" });
  const people = {
    director: makeMember(office.id, "director"),
    colleague: makeMember(office.id, "colleague"),
    coordinator: makeMember(pays.id, "coordinator"),
    administrator: makeMember(pays.id, "administrator"),
    provider: makeProviderLogin(facilitator, gite),
  };
  return { office, facilitator, gite, ...people };
}

function page(actor: Actor, query: DashboardQuery = {}) {
  const asked = resolveDashboard(actor, query);
  const data = readDashboard(actor, asked);
  return { ...describeDashboard(actor, asked, data), filters: describeFilterBar(actor, { asked, query }, data) };
}

describe("who sees the dashboard", () => {
  it("shows the office its own figures, to its director and its facilitator alike", () => {
    const { director, facilitator } = setUp();
    expect(page(director).sentence).toBe("Depuis janvier, 1 prestataire accompagné sur 2 connus, 50\u00a0%.");
    const { filters: _, ...seen } = page(director);
    expect(page(facilitator)).toMatchObject(seen);
    expect(page(facilitator).filters.mine).toContain(`facilitator=${facilitator.userId}`);
  });

  it("answers nothing of another office, at no address", async () => {
    const { office, facilitator } = setUp();
    const stranger = setUp().director;
    const query = { office: office.id };
    for (const ask of [
      () => page(stranger, query),
      () => describeProviderRows(stranger, resolveDashboard(stranger, query), { ...query, reach: "reached" }),
      () => describeActionRows(stranger, resolveDashboard(stranger, query), { ...query, set: "created" }),
      () => exportDashboardCsv(stranger, query),
      () => exportDashboardXlsx(stranger, query),
    ]) {
      expect(ask).toThrow(NotFoundError);
    }
    const narrowed = page(stranger, { facilitator: facilitator.userId });
    expect(narrowed.isEmpty).toBe(true);
    expect(JSON.stringify(narrowed)).not.toContain("Anaïs Berthou, ");
  });

  it("gives colleagues, administrators and providers nothing", () => {
    const { colleague, administrator, provider } = setUp();
    for (const actor of [colleague, administrator, provider]) {
      expect(canSomewhere(actor, "dashboard.view")).toBe(false);
      expect(canSomewhere(actor, "dashboard.export")).toBe(false);
      expect(() => page(actor)).toThrow(NotFoundError);
      expect(() => exportDashboardCsv(actor, {})).toThrow(NotFoundError);
    }
  });
});

describe("what a coordinator sees", () => {
  it("is totals: no small group, no name, no row, whatever the address asks", () => {
    const { coordinator, facilitator, office } = setUp();
    const seen = page(coordinator, {
      office: office.id,
      commune: "33514",
      providerKind: "hotel",
      facilitator: facilitator.userId,
    });
    expect(seen.sentence).toBe("Depuis janvier, trop peu de prestataires pour être comptés hors de l’office.");
    expect(seen.reach.figures.map(({ value }) => value)).toEqual(["–", "–", "–", "–", "–"]);
    expect(seen.coverage).toMatchObject({ byKind: [], byCommune: [], never: { to: undefined } });
    expect(seen.reach.figures.filter((figure) => figure.to !== undefined)).toEqual([]);
    const text = JSON.stringify(seen);
    for (const secret of ["Anaïs", "Pins", "Phare", "Soulac"]) expect(text).not.toContain(secret);
    const asked = resolveDashboard(coordinator, { office: office.id });
    expect(() => describeProviderRows(coordinator, asked, { reach: "reached" })).toThrow(NotFoundError);
    expect(() => describeActionRows(coordinator, asked, { set: "created" })).toThrow(NotFoundError);
    expect(exportDashboardCsv(coordinator, { office: office.id })).not.toMatch(/Anaïs|Pins|Soulac/);
  });

  it("is not told how absences part, be they enough to be told together", () => {
    const pays = makeOrganisation({ kind: "territory" });
    const office = makeOrganisation({ parentId: pays.id });
    const facilitator = makeMember(office.id, "facilitator");
    const someone = (presence: "present" | "excused" | "absent") => ({
      providerId: makeProvider(facilitator, office).id,
      presence,
    });
    for (const missing of ["excused", "excused", "excused", "excused", "excused", "absent"] as const)
      makeSession(facilitator, office, { participants: [someone("present"), someone(missing)] });
    const absences = (actor: Actor) => page(actor).sessions.figures.find(({ id }) => id === "absences");
    expect(absences(facilitator)?.notes.join()).toContain("5 excusées, 1 sans prévenir");
    const told = absences(makeMember(pays.id, "coordinator"));
    expect(told?.value).toBe("6");
    expect(told?.notes.join()).not.toContain("sans prévenir");
  });

  it("opens up where the office shares its providers", () => {
    const { coordinator, office } = setUp();
    sqlite().prepare("UPDATE organisations SET shares_named_providers = 1 WHERE id = ?").run(office.id);
    const seen = page(actorOf(coordinator.userId), { office: office.id });
    expect(seen.hours.facilitators.map((row) => row.label)).toEqual(["Anaïs Berthou"]);
    expect(seen.coverage.byCommune).toMatchObject([{ reached: "1", ofKnown: "sur 2" }]);
  });

  it("is a row an office where there are several", () => {
    const pays = makeOrganisation({ kind: "territory" });
    const coordinator = () => makeMember(pays.id, "coordinator");
    const offices = [makeOrganisation({ parentId: pays.id }), makeOrganisation({ parentId: pays.id })];
    for (const office of offices) {
      const facilitator = makeMember(office.id, "facilitator");
      makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id] });
    }
    const rows = page(coordinator()).offices.filter(({ counts }) => counts.sessions > 0);
    expect(rows.map(({ sessions, reached, known }) => [sessions, reached, known])).toEqual([
      ["1", "moins de 5", "moins de 5"],
      ["1", "moins de 5", "moins de 5"],
    ]);
  });
});

describe("the rows behind a figure", () => {
  it("are as many as the figure says", () => {
    const { director } = setUp();
    const asked = resolveDashboard(director, {});
    for (const [reach, count] of [
      ["known", 2],
      ["reached", 1],
      ["newProviders", 1],
      ["followed", 0],
      ["never", 1],
    ] as const) {
      expect(describeProviderRows(director, asked, { reach }).rows).toHaveLength(count);
    }
    for (const [set, count] of [
      ["created", 1],
      ["open", 1],
      ["done", 0],
      ["late", 0],
    ] as const) {
      expect(describeActionRows(director, asked, { set }).rows).toHaveLength(count);
    }
  });
});

describe("the export", () => {
  it("writes every table with definitions and filters, and itself to the audit", async () => {
    const { director, office } = setUp();
    const text = exportDashboardCsv(director, { theme: "website" });
    expect(text).toContain("Chiffres;Prestataires accompagnés;Valeur;1\r\n");
    expect(text).toContain("Chiffres;Temps avec les prestataires;Valeur;1\r\n");
    expect(text).toContain("Filtres;Thème;Valeur;Site internet\r\n");
    expect(text).toContain("Chiffres;Participations;Ce qui est compté;Une par personne présente");
    const sheets = await readXlsx(await exportDashboardXlsx(director, {}));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rowsOf("Par type de prestataire")[1]?.slice(1, 4)).toEqual([1, 2, 0.5]);
    expect(rowsOf("Heures par semaine")[1]?.[1]).toEqual(expect.any(Number));
    expect(rowsOf("Définitions").find(([name]) => name === "Participations")?.[1]).toMatch(/^Une par personne présente/);
    expect(rowsOf("Filtres")[1]?.[0]).toBe("Période");
    const audited = sqlite().prepare("SELECT count(*) FROM audit_entries WHERE command = 'dashboard.export' AND owner_id = ?");
    expect(audited.pluck().get(office.id)).toBe(2);
  });
});
