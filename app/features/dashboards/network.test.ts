import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { listOfficeCoverage } from "~/features/figures/coverage.queries.server";
import { declareMonth, withdrawMonth } from "~/features/figures/declared.commands.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeNetwork } from "./describe-network.server";
import { describePublicFigures, publicFiguresCsv, publicFiguresJson } from "./describe-public.server";
import { exportNetworkCsv, exportNetworkXlsx } from "./export-network.server";
import { getDeclaringOffice, readNetwork, resolveNetwork } from "./network.queries.server";
import { getPublishingNetwork, publishFigures } from "./public-figures.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** A region over two pays; each number is an office with as many providers met, once each. */
function setUp(counts: readonly (readonly number[])[] = [[6, 5, 2], [7]], heldOn = "2026-06-15") {
  const region = makeOrganisation({ kind: "network", name: "Région des Dunes" });
  const offices = counts.flatMap((own, nth) => {
    const pays = makeOrganisation({ kind: "territory", parentId: region.id, name: `Pays ${nth + 1}` });
    return own.map((count) => {
      const office = makeOrganisation({ parentId: pays.id });
      const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
      for (let one = 0; one < count; one += 1)
        makeSession(facilitator, office, {
          providers: [makeProvider(facilitator, office, { name: "Gîte des Pins" }).id],
          heldOn,
        });
      return { ...office, facilitator };
    });
  });
  const absent = makeOrganisation({ parentId: region.id, name: "Office absent" });
  return { region, offices, absent, coordinator: makeMember(region.id, "coordinator") };
}

function page(coordinator: ReturnType<typeof makeMember>, query: Partial<Parameters<typeof resolveNetwork>[1]> = {}) {
  const asked = resolveNetwork(coordinator, { page: 0, ...query });
  return describeNetwork(coordinator, asked, {
    data: readNetwork(coordinator, asked),
    query: { page: 0, ...query },
  });
}

const declared = (month: string, given: object = {}) => ({
  id: newId(),
  month,
  sessions: 9,
  supports: 12,
  minutes: 600,
  reached: 8,
  ...given,
});

describe("a coordinator's network", () => {
  it("adds the offices up and says of how many, without a small count nor what gives it away", () => {
    const seen = page(setUp().coordinator);
    expect(seen.sentence).toBe("20 séances dans 4 offices sur 5.");
    const reached = seen.figures.at(-1);
    expect(reached?.value).toBe("18");
    expect(reached?.notes).toEqual([
      "3 offices sur 5",
      "sans 1 office, trop petit ou seulement déclaré",
      "100\u00a0% des 18 connus de 3 offices",
    ]);
    expect(seen.offices.map(({ cells }) => cells.at(-2))).toEqual(expect.arrayContaining(["moins de 5"]));
    expect(JSON.stringify(seen)).not.toMatch(/Anaïs|Pins/);
    expect(seen.territories.map(({ label, cells }) => [label, cells[0]?.text, cells[1]?.text])).toEqual([
      ["Pays 1", "3 sur 3", "13"],
      ["Pays 2", "1 sur 1", "7"],
    ]);
  });

  it("tells the known beside the reached, without the closed, the deleted, nor a few who were not met", () => {
    const { offices, coordinator } = setUp([[6]]);
    const [office] = offices;
    if (!office) throw new Error("an office");
    const cell = () =>
      page(coordinator)
        .offices.find(({ id }) => id === office.id)
        ?.cells.at(-1);
    const unmet = Array.from({ length: 4 }, () => makeProvider(office.facilitator, office));
    expect(cell()).toBe("–");
    unmet.push(...Array.from({ length: 4 }, () => makeProvider(office.facilitator, office)));
    expect(cell()).toBe("14 (43\u00a0%)");
    const close = sqlite().prepare(
      "INSERT INTO establishment_states (id, establishment_id, state, from_on, created_at) SELECT ?, id, 'closed', ?, 1 FROM establishments WHERE provider_id = ?",
    );
    close.run(newId(), "2025-09-01", unmet[0]?.id);
    close.run(newId(), "2026-09-01", unmet[1]?.id);
    expect(cell()).toBe("13 (46\u00a0%)");
    sqlite().prepare("UPDATE providers SET deleted_at = 1 WHERE id = ?").run(unmet[2]?.id);
    expect(cell()).toBe("12 (50\u00a0%)");
    const asked = { from: "2026-01-01", to: "2026-12-31", office: office.id };
    const [whole] = listOfficeCoverage(office.facilitator, asked);
    expect(whole).toMatchObject({ known: 12, reached: 6 });
  });

  it("leaves as a workbook, real numbers, nothing small in it, for whoever coordinates it alone", async () => {
    const { region, coordinator, offices } = setUp([[6, 7, 2]]);
    const sheets = await readXlsx(await exportNetworkXlsx(coordinator, { page: 0 }));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const reached = rowsOf("Offices côte à côte").map((row) => row[4]);
    expect(reached).toEqual(expect.arrayContaining([6, 7, "moins de 5"]));
    expect(reached).not.toContain(2);
    expect(rowsOf("Par territoire")[1]?.slice(0, 3)).toEqual(["Pays 1", 15, 15]);
    expect(rowsOf("Filtres")[1]).toEqual(["Réseau", "Région des Dunes"]);
    expect(exportNetworkCsv(coordinator, { page: 0 })).not.toMatch(/Anaïs|Pins/);
    const director = makeMember(offices[0]?.id ?? "", "director");
    expect(() => exportNetworkCsv(director, { page: 0, network: region.id })).toThrow(NotFoundError);
  });

  it("is nobody else's, and another's network is not found", () => {
    const { region, coordinator, offices } = setUp();
    const stranger = setUp().coordinator;
    expect(() => page(stranger, { network: region.id })).toThrow(NotFoundError);
    expect(() => page(makeMember(region.id, "administrator"))).toThrow(NotFoundError);
    expect(() => getDeclaringOffice(stranger, offices[0]?.id ?? "")).toThrow(NotFoundError);
    expect(() => getPublishingNetwork(stranger, region.id)).toThrow(NotFoundError);
    expect(getDeclaringOffice(coordinator, offices[0]?.id ?? "").id).toBe(offices[0]?.id);
  });

  it("takes an absent office's declared months in, marked, until it logs; typed again they are kept as they were", () => {
    const { coordinator, absent, offices } = setUp();
    const office = getDeclaringOffice(coordinator, absent.id);
    declareMonth(coordinator, office, declared("2026-03"));
    declareMonth(coordinator, office, declared("2026-03", { sessions: 10 }));
    const seen = page(coordinator);
    expect(seen.sentence).toBe("30 séances dans 5 offices sur 5.");
    expect(seen.figures[0]?.notes).toContain("dont 10 déclarées pour 1 office");
    expect(seen.untold).toContain("Les 10 séances déclarées n’ont ni thème ni mode");
    expect(seen.themes.reduce((sum, { value }) => sum + value, 0)).toBe(20);
    expect(seen.offices.find(({ id }) => id === absent.id)).toMatchObject({ mark: "déclaré, 1 mois" });
    expect(seen.months.columns.find(({ label }) => label === "mars 2026")).toMatchObject({
      value: 10,
      declaredText: "dont 10 déclarées",
    });
    expect(sqlite().prepare("SELECT count(*) FROM revisions WHERE subject = 'declared_months'").pluck().get()).toBe(1);

    expect(() => declareMonth(coordinator, office, declared("2026-12"))).toThrow(RuleError);
    const logging = getDeclaringOffice(coordinator, offices[0]?.id ?? "");
    expect(() => declareMonth(coordinator, logging, declared("2026-06"))).toThrow(RuleError);

    const facilitator = makeMember(absent.id, "facilitator");
    makeSession(facilitator, absent, { providers: [makeProvider(facilitator, absent).id], heldOn: "2026-03-09" });
    expect(page(coordinator).sentence).toBe("21 séances dans 5 offices sur 5.");
    withdrawMonth(coordinator, office, "2026-03");
    expect(page(coordinator).sentence).toBe("21 séances dans 5 offices sur 5.");
  });
});

const columnOf = (table: Record<string, number>[], measure: string) =>
  table.flatMap((row) => (typeof row[measure] === "number" ? [row[measure]] : []));

describe("a network's open figures", () => {
  const open = (given: ReturnType<typeof setUp>) => {
    publishFigures(given.coordinator, getPublishingNetwork(given.coordinator, given.region.id), true);
    return given.region.slug;
  };

  it("stand nowhere until the network opens them, and no more once it closes them", () => {
    const given = setUp();
    const { slug } = given.region;
    expect(() => publicFiguresJson(slug, undefined)).toThrow(NotFoundError);
    open(given);
    expect(JSON.parse(publicFiguresJson(slug, undefined))).toMatchObject({
      until: "2026-10",
      totals: { sessions: 20, reached: 20 },
    });
    publishFigures(given.coordinator, getPublishingNetwork(given.coordinator, given.region.id), false);
    for (const read of [() => publicFiguresJson(slug, undefined), () => describePublicFigures("fr", slug, undefined)])
      expect(read).toThrow(NotFoundError);
  });

  it("name nobody, in no form", () => {
    const slug = open(setUp());
    const told = [
      publicFiguresJson(slug, undefined),
      publicFiguresCsv("fr", slug, undefined),
      JSON.stringify(describePublicFigures("fr", slug, undefined)),
    ];
    for (const text of told) expect(text).not.toMatch(/Anaïs|Berthou|Pins|Soulac/);
  });

  it("leave out the month that runs: a day's change tells nothing", () => {
    const given = setUp();
    const slug = open(given);
    const before = publicFiguresJson(slug, undefined);
    const [office] = given.offices;
    if (!office) throw new Error("no office");
    makeSession(office.facilitator, office, { providers: [makeProvider(office.facilitator, office).id], heldOn: "2026-11-20" });
    publishFigures(given.coordinator, getPublishingNetwork(given.coordinator, given.region.id), true);
    expect(publicFiguresJson(slug, undefined)).toBe(before);
  });

  it.each<[string, readonly (readonly number[])[]]>([
    ["one small territory among large ones", [[9], [8], [3]]],
    ["two small ones", [[9], [2], [1]]],
    ["small ones alone", [[2], [3], [4]]],
    ["a territory of nothing", [[9], [8], []]],
    ["one territory", [[9]]],
  ])("show no count under five and let none be found by subtraction: %s", (_, counts) => {
    const slug = open(setUp(counts));
    const told = JSON.parse(publicFiguresJson(slug, undefined));
    const columns = ["sessions", "supports", "reached"].flatMap((measure) =>
      [told.territories, told.themes, told.months].map((table) => ({
        total: told.totals[measure],
        values: columnOf(table, measure),
      })),
    );
    for (const { total, values } of columns.filter((column) => column.values.length > 0)) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(5);
      expect(values.reduce((sum, value) => sum + value, 0)).toBe(total);
    }
  });

  it("are silent where the whole network is too small", () => {
    const slug = open(setUp([[2]]));
    expect(JSON.parse(publicFiguresJson(slug, undefined))).toMatchObject({
      totals: null,
      territories: [],
      themes: [],
      months: [],
    });
  });
});
