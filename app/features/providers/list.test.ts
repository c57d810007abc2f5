import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { streamCsv } from "~/lib/csv";
import { ForbiddenError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { toXlsx } from "~/lib/xlsx.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { exportProviders } from "./export.server";
import { countProviders, listProviders, listProvidersByCommune, type ProviderFilter } from "./list.queries.server";
import { readProviderList } from "./list-page.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const fileRequest = new Request("http://localhost/providers/export.xlsx");

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const [seen, old, never] = ["Hôtel vu", "Gîte ancien", "Camping jamais"].map((name) =>
    makeProvider(facilitator, office, { name }),
  );
  if (!seen || !old || !never) throw new Error("three providers");
  makeSession(facilitator, office, { providers: [seen.id], heldOn: "2026-11-02", theme: "reputation" });
  makeSession(facilitator, office, { providers: [old.id], heldOn: "2025-03-02", theme: "website" });
  sqlite().prepare("INSERT INTO partnerships VALUES (?, ?, ?, 2026, 'Essentiel')").run(newId(), office.id, seen.id);
  return { office, facilitator, seen, old, never };
}

describe("the list's filters", () => {
  it.each<[string, ProviderFilter, string[]]>([
    ["nothing: all by name", {}, ["Camping jamais", "Gîte ancien", "Hôtel vu"]],
    ["words without accents", { q: "hotel" }, ["Hôtel vu"]],
    ["never met", { met: "never" }, ["Camping jamais"]],
    ["met", { met: "ever" }, ["Gîte ancien", "Hôtel vu"]],
    ["not seen since", { notSeenSince: "2026-01-01" }, ["Gîte ancien"]],
    ["theme worked on", { theme: "website" }, ["Gîte ancien"]],
    ["partners", { partner: { year: 2026, isPartner: true } }, ["Hôtel vu"]],
    ["not partners", { partner: { year: 2026, isPartner: false } }, ["Camping jamais", "Gîte ancien"]],
    ["commune", { commune: "33514" }, ["Camping jamais", "Gîte ancien", "Hôtel vu"]],
    ["kind of nobody", { kind: "hotel" }, []],
    ["seen lately first", { sort: "seen" }, ["Hôtel vu", "Gîte ancien", "Camping jamais"]],
  ])("%s", (_label, filter, names) => {
    const { facilitator } = setUp();
    expect(listProviders(facilitator, filter).rows.map((row) => row.name)).toEqual(names);
    expect(countProviders(facilitator, filter)).toBe(names.length);
  });

  it("leaves closed and sold ones out of those to meet, and keeps them in the whole list", () => {
    const { facilitator, never } = setUp();
    const close = (state: string, fromOn: string) =>
      sqlite()
        .prepare(
          "INSERT INTO establishment_states (id, establishment_id, state, from_on, created_at) SELECT ?, id, ?, ?, 0 FROM establishments WHERE provider_id = ?",
        )
        .run(newId(), state, fromOn, never.id);
    close("closed", "2026-12-01");
    expect(listProviders(facilitator, { met: "never" }).rows).toHaveLength(1);
    close("closed", "2026-11-24");
    expect(listProviders(facilitator, { met: "never" }).rows).toEqual([]);
    expect(countProviders(facilitator, { met: "never" })).toBe(0);
    expect(listProviders(facilitator, {}).rows).toHaveLength(3);
  });

  it("goes by name as one looks for it, whatever the accents and capitals", () => {
    const { facilitator, office } = setUp();
    for (const name of ["zeste", "Épicerie", "Étape", "Ferme"]) makeProvider(facilitator, office, { name });
    const names = listProviders(facilitator, {}).rows.map((row) => row.name);
    expect(names.filter((name) => ["zeste", "Épicerie", "Étape", "Ferme"].includes(name))).toEqual([
      "Épicerie",
      "Étape",
      "Ferme",
      "zeste",
    ]);
  });

  it.each(["name", "seen"] as const)("walks every row once by its cursor, by %s", (sort) => {
    const { facilitator, office } = setUp();
    for (let number = 0; number < 60; number += 1) makeProvider(facilitator, office, { name: "Même nom" });
    const seen = new Set<string>();
    let page = listProviders(facilitator, { sort });
    for (;;) {
      for (const row of page.rows) seen.add(row.id);
      if (!page.next) break;
      page = listProviders(facilitator, { sort, after: page.next });
    }
    expect(seen.size).toBe(63);
  });

  it("begins after no row of another office", () => {
    const { facilitator } = setUp();
    const elsewhere = makeOrganisation();
    const theirs = makeProvider(makeMember(elsewhere.id, "facilitator"), elsewhere, { name: "Aa" });
    expect(listProviders(facilitator, { after: theirs.id }).rows).toEqual([]);
  });
});

describe("the list's page", () => {
  const page = (actor: Parameters<typeof readProviderList>[0], asked: { office?: string } = {}) =>
    readProviderList(actor, { asked, filter: asked });

  it("counts a provider and offers its referent as soon as it is recorded", () => {
    const { facilitator, office } = setUp();
    expect(page(facilitator)).toMatchObject({ count: "3 prestataires", choices: { referent: [{ value: facilitator.userId }] } });
    const newcomer = makeMember(office.id, "facilitator", { name: "Yann Coste" });
    makeProvider(newcomer, office, { name: "Auberge" });
    const { count, rows, choices } = page(facilitator);
    expect(count).toBe("4 prestataires");
    expect(rows.map((row) => row.name)).toEqual(["Auberge", "Camping jamais", "Gîte ancien", "Hôtel vu"]);
    expect(choices.referent.map((one) => one.value)).toContain(newcomer.userId);
    expect(choices.commune).toEqual([{ value: "33514", name: "Soulac-sur-Mer (4)" }]);
  });

  it("asks which office of whoever works for several, and nobody else", () => {
    const { facilitator, office } = setUp();
    const second = setUp();
    expect(page(facilitator).choices.office).toEqual([]);
    grantTo(facilitator.userId, second.office.id, "facilitator");
    const both = actorOf(facilitator.userId);
    expect(page(both)).toMatchObject({ count: "6 prestataires" });
    expect(
      page(both)
        .choices.office.map((one) => one.value)
        .sort(),
    ).toEqual([office.id, second.office.id].sort());
    expect(page(both, { office: office.id }).count).toBe("3 prestataires");
  });

  it("offers nothing of another office, and brings those of somebody who works in two together", () => {
    const { office } = setUp();
    const other = setUp();
    const { userId } = makeMember(office.id, "facilitator");
    expect(page(actorOf(userId)).rows).toHaveLength(3);
    expect(page(other.facilitator, { office: office.id })).toMatchObject({
      count: "Aucun prestataire",
      choices: { commune: [] },
    });
    grantTo(userId, other.office.id, "facilitator");
    const both = page(actorOf(userId));
    expect(both.rows.map((row) => row.name)).toEqual([
      "Camping jamais",
      "Camping jamais",
      "Gîte ancien",
      "Gîte ancien",
      "Hôtel vu",
      "Hôtel vu",
    ]);
    expect(both.choices).toMatchObject({ commune: [{ name: "Soulac-sur-Mer (6)" }] });
    expect(page(actorOf(userId), { office: office.id }).rows).toHaveLength(3);
  });
});

describe("privacy", () => {
  it("shows another office, a host and a colleague nothing, and lets the last two export nothing", () => {
    const { facilitator, office, seen } = setUp();
    const stranger = setUp().facilitator;
    expect(listProviders(stranger, { office: office.id }).rows).toEqual([]);
    expect(listProvidersByCommune(stranger, office.id)).toEqual([]);
    for (const actor of [makeProviderLogin(facilitator, seen), makeMember(office.id, "colleague")]) {
      expect(listProviders(actor, {}).rows).toEqual([]);
      expect(() => exportProviders(actor, fileRequest)).toThrow(ForbiddenError);
    }
  });
});

it("exports the filtered rows in their order, with days and no formula, and says what was asked", async () => {
  const { facilitator, office } = setUp();
  makeProvider(facilitator, office, { name: "=SOMME(A1)" });
  const table = exportProviders(facilitator, fileRequest);
  const [list, definitions, filters] = await readXlsxFile(await toXlsx(table.sheets()));
  expect(list?.data.map((row) => row[0])).toEqual(["Nom", "'=SOMME(A1)", "Camping jamais", "Gîte ancien", "Hôtel vu"]);
  const day = new Date("2026-11-02T00:00:00Z");
  expect(list?.data[4]?.slice(5, 8)).toEqual(["Essentiel", day, day]);
  expect(definitions?.sheet).toBe("Définitions");
  expect(filters?.data).toContainEqual(["Par", facilitator.name]);
  const { head, rows } = table.csv();
  let csv = "";
  for await (const part of streamCsv(head, rows)) csv += new TextDecoder().decode(part);
  expect(csv).toContain("'=SOMME(A1);");
});
