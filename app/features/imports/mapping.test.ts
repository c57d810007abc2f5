import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listProviders } from "~/features/providers/list.queries.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { toXlsx } from "~/lib/xlsx.server";
import { openTestDatabase } from "~/testing/database";
import { applyAll } from "~/testing/factories/import";
import { importOf, runJobs, sendFile } from "~/testing/factories/table-import";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { discardImport } from "./commands.server";
import { importPath } from "./file-store.server";
import { askColumnsAgain, mapImport } from "./mapping.commands.server";
import { describeMapping } from "./mapping-page.server";
import { countRecords, getImport } from "./queries.server";
import { sweepImportFiles } from "./sweep.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  return { office, facilitator: makeMember(office.id, "facilitator"), director: makeMember(office.id, "director") };
}
const file = { content: "Enseigne;Où;Quoi\nLa Marée haute;Soulac-sur-Mer;Restaurant\nLe Refuge;Soulac-sur-Mer;\n" };
const columns: ["name", "commune", "type"] = ["name", "commune", "type"];

describe("a table without known columns", () => {
  it("waits for a person, with examples and what its titles suggest", async () => {
    const { office, facilitator } = setUp();
    const id = await sendFile(facilitator, office, file);
    expect(getImport(facilitator, id)).toMatchObject({ state: "to_map", done: 0 });
    const page = describeMapping(facilitator, id, undefined);
    expect(page.columns).toMatchObject([
      { title: "Enseigne", field: "name", examples: ["La Marée haute", "Le Refuge"] },
      { title: "Où", field: "", examples: ["Soulac-sur-Mer"] },
      { title: "Quoi", field: "", examples: ["Restaurant"] },
    ]);
  });

  it("is read with the columns that were said, and the kind for rows that tell none", async () => {
    const { office, facilitator } = setUp();
    const id = await sendFile(facilitator, office, file);
    mapImport(facilitator, importOf(facilitator, id), { content: "listings", columns, defaultKind: "group_lodging" });
    await runJobs();
    expect(countRecords(facilitator, id).counts).toMatchObject({ new: 2, skipped: 0 });
    applyAll(facilitator, id);
    expect(listProviders(facilitator, {}).rows.map(({ name, kind }) => [name, kind])).toEqual([
      ["La Marée haute", "restaurant"],
      ["Le Refuge", "group_lodging"],
    ]);
  });

  it("is refused in words without a column of names, or with two, and nothing is lost", async () => {
    const { office, facilitator } = setUp();
    const id = await sendFile(facilitator, office, file);
    const map = (given: ("" | "name" | "commune")[]) =>
      mapImport(facilitator, importOf(facilitator, id), { content: "listings", columns: given });
    expect(() => map(["", "commune", ""])).toThrow(expect.objectContaining({ key: "columnMissing", values: { field: "name" } }));
    expect(() => map(["name", "name", ""])).toThrow(expect.objectContaining({ key: "columnTwice" }));
    expect(getImport(facilitator, id).state).toBe("to_map");
    expect(existsSync(importPath(id))).toBe(true);
  });

  it("goes straight to the review the next time, and back to its columns when asked", async () => {
    const { office, facilitator } = setUp();
    const first = await sendFile(facilitator, office, file);
    mapImport(facilitator, importOf(facilitator, first), { content: "listings", columns, defaultKind: "rental" });
    await runJobs();
    discardImport(facilitator, importOf(facilitator, first));
    expect(existsSync(importPath(first))).toBe(false);
    const next = await sendFile(facilitator, office, file);
    expect(getImport(facilitator, next).state).toBe("to_review");
    expect(countRecords(facilitator, next).counts.new).toBe(2);
    askColumnsAgain(facilitator, importOf(facilitator, next));
    expect(describeMapping(facilitator, next, undefined)).toMatchObject({ defaultKind: "rental" });
    const elsewhere = setUp();
    const other = await sendFile(elsewhere.facilitator, elsewhere.office, file);
    expect(getImport(elsewhere.facilitator, other).state).toBe("to_map");
  });

  it("leaves no file behind: what nobody waits for is swept after a day", async () => {
    const { office, facilitator } = setUp();
    const waiting = await sendFile(facilitator, office, file);
    const orphan = newId();
    writeFileSync(importPath(orphan), "x");
    sweepImportFiles();
    expect(existsSync(importPath(orphan))).toBe(true);
    for (const id of [waiting, orphan]) utimesSync(importPath(id), 0, 0);
    sweepImportFiles();
    expect([waiting, orphan].map((id) => existsSync(importPath(id)))).toEqual([true, false]);
  });

  it("shows its examples to whoever sent it, and to no one else", async () => {
    const { office, facilitator, director } = setUp();
    const id = await sendFile(facilitator, office, file);
    expect(() => describeMapping(director, id, undefined)).toThrow(NotFoundError);
    expect(() => describeMapping(setUp().facilitator, id, undefined)).toThrow(NotFoundError);
  });

  it.each([
    [
      "a workbook under a heading",
      async () =>
        toXlsx([
          {
            name: "Liste",
            columns: [{ title: "Liste 2026" }],
            rows: [
              ["Enseigne", "Commune"],
              ["Le Phare", "Soulac"],
            ],
          },
        ]),
    ],
    ["Unicode text of Excel", async () => Buffer.from("\ufeffEnseigne\tCommune\r\nLe Phare\tSoulac\r\n", "utf16le")],
    [
      "objects of an unknown form",
      async () => JSON.stringify({ value: [{ LIBELLE: "Le Phare", adresse: { ville: "Soulac" } }] }),
    ],
  ])("may be %s", async (_label, make) => {
    const { office, facilitator } = setUp();
    const id = await sendFile(facilitator, office, { content: await make() });
    const page = describeMapping(facilitator, id, undefined);
    expect(page.columns.map((one) => [one.field, one.examples])).toEqual([
      ["name", ["Le Phare"]],
      ["commune", ["Soulac"]],
    ]);
  });
});
