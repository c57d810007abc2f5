import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { listProviders } from "~/features/providers/list.queries.server";
import { noteSourceCorrections } from "~/features/providers/source-corrections.commands.server";
import { openTestDatabase } from "~/testing/database";
import { applyAll, importRecord, readRecords } from "~/testing/factories/import";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import type { ImportRecord } from "./model";
import { countRecords, listImportRecords } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const importFile = async (records: ImportRecord[], deletedIds: string[] = []) => {
    const id = await readRecords(facilitator, office, { records, deletedIds });
    const { counts } = countRecords(facilitator, id);
    const rows = (["new", "changed", "unchanged", "skipped", "wrong"] as const).flatMap(
      (verdict) => listImportRecords(facilitator, id, { verdict }).rows,
    );
    return { id, counts, rows, apply: () => applyAll(facilitator, id) };
  };
  const imported = async (records: ImportRecord[]) => (await importFile(records)).apply();
  return { office, facilitator, importFile, imported };
}

const establishmentOf = (officeId: string) => {
  const row = sqlite()
    .prepare<[string], { id: string; street: string; insee_code: string; name: string }>(
      "SELECT id, street, insee_code, name FROM establishments WHERE owner_id = ? AND deleted_at IS NULL",
    )
    .get(officeId);
  if (!row) throw new Error("no establishment");
  return row;
};
const edit = (officeId: string, street: string) => {
  const { id } = establishmentOf(officeId);
  sqlite().prepare("UPDATE establishments SET street = ? WHERE id = ?").run(street, id);
  noteSourceCorrections(officeId, id);
};
const openCorrections = (officeId: string) =>
  sqlite()
    .prepare("SELECT field, old_value, new_value FROM source_corrections WHERE owner_id = ? AND closed_at IS NULL")
    .all(officeId);

describe("planning one record", () => {
  const verdicts: [string, Partial<ImportRecord>, { verdict: string; reason: string | null }][] = [
    ["a hotel", {}, { verdict: "new", reason: null }],
    ["an event", { kind: null, skip: "event" }, { verdict: "skipped", reason: "event" }],
    ["a type of none of ours", { kind: null }, { verdict: "skipped", reason: "unknown_type" }],
    ["no name", { name: "", skip: "no_name" }, { verdict: "wrong", reason: "no_name" }],
    ["no identifier", { externalId: "" }, { verdict: "wrong", reason: "no_id" }],
    ["an object that is none", { skip: "malformed" }, { verdict: "wrong", reason: "malformed" }],
    ["a name without end", { name: "x".repeat(201) }, { verdict: "wrong", reason: "name_too_long" }],
  ];
  it.each(verdicts)("%s", async (_label, given, expected) => {
    const { importFile } = setUp();
    const { rows } = await importFile([importRecord(given)]);
    expect(rows).toMatchObject([expected]);
  });

  it("takes a repeated listing of the same file once", async () => {
    const { importFile } = setUp();
    const { counts } = await importFile([importRecord(), importRecord({ externalId: "autre", otherIds: ["700001"] })]);
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, skipped: 1, wrong: 0 });
  });
});

describe("importing again", () => {
  it("finds nothing to change in the same file", async () => {
    const { importFile, imported } = setUp();
    const records = [
      importRecord({
        labels: [{ label: "Qualité Tourisme", rating: null }],
        socials: { facebook: "https://facebook.com/embruns" },
      }),
      importRecord({ externalId: "700002", name: "Gîte des Dunes", kind: "rental", phones: [], emails: ["dunes@gites.example"] }),
    ];
    await imported(records);
    const { counts } = await importFile(records);
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 2, skipped: 0, wrong: 0 });
  });

  it("writes what the source changed, and says what it was", async () => {
    const { office, importFile, imported } = setUp();
    await imported([importRecord()]);
    const { rows, apply } = await importFile([importRecord({ street: "5 rue du Phare", phones: ["+33199000009"] })]);
    expect(rows).toMatchObject([{ verdict: "changed" }]);
    expect(rows[0]?.plan.fields).toMatchObject([
      { field: "street", old: "3 rue du Phare", new: "5 rue du Phare", owner: "source" },
      { field: "phones", old: '["+33199000001"]', new: '["+33199000009"]', owner: "source" },
    ]);
    apply();
    expect(establishmentOf(office.id).street).toBe("5 rue du Phare");
    const phones = sqlite()
      .prepare("SELECT phone, origin FROM contacts WHERE owner_id = ? AND deleted_at IS NULL")
      .all(office.id);
    expect(phones).toEqual([{ phone: "+33199000009", origin: "import" }]);
  });

  it("keeps a person's value, shows the difference, and closes the correction once the source agrees", async () => {
    const { office, importFile, imported } = setUp();
    await imported([importRecord()]);
    edit(office.id, "4 place de la Plage");
    const other = await importFile([importRecord({ street: "5 rue du Phare" })]);
    expect(other.rows[0]).toMatchObject({ verdict: "changed", plan: { fields: [{ field: "street", owner: "person" }] } });
    other.apply();
    expect(establishmentOf(office.id).street).toBe("4 place de la Plage");
    expect(openCorrections(office.id)).toEqual([
      { field: "street", old_value: "5 rue du Phare", new_value: "4 place de la Plage" },
    ]);
    const same = await importFile([importRecord({ street: "5 rue du Phare" })]);
    expect(same.rows[0]).toMatchObject({ verdict: "unchanged", plan: { fields: [{ field: "street", owner: "person" }] } });
    same.apply();
    const agreed = await importFile([importRecord({ street: "4 place de la Plage" })]);
    expect(agreed.rows[0]).toMatchObject({ verdict: "unchanged", plan: { fields: [{ field: "street", owner: "agreed" }] } });
    agreed.apply();
    expect(openCorrections(office.id)).toEqual([]);
  });

  it("leaves alone what the source says no more", async () => {
    const { office, imported, importFile } = setUp();
    await imported([importRecord()]);
    const { counts } = await importFile([importRecord({ street: null, phones: [], website: null })]);
    expect(counts.unchanged).toBe(1);
    expect(establishmentOf(office.id).street).toBe("3 rue du Phare");
  });

  it("marks what the source's deletion list names, and takes the mark away when it is back", async () => {
    const { office, imported, importFile } = setUp();
    await imported([importRecord()]);
    const marks = () =>
      sqlite().prepare("SELECT removed_by_source_on FROM establishment_identities WHERE owner_id = ?").pluck().all(office.id);
    const removal = await importFile([importRecord({ externalId: "700005", kind: null })], ["700001", "999999"]);
    expect(removal.counts).toEqual({ new: 0, changed: 1, unchanged: 0, skipped: 1, wrong: 0 });
    removal.apply();
    expect(marks()).toEqual(["2026-11-24"]);
    expect(establishmentOf(office.id).name).toBe("Hôtel des Embruns");
    await imported([importRecord()]);
    expect(marks()).toEqual([null]);
  });
});

describe("identity", () => {
  it("finds the same identifier under another source, and adopts nothing that is known otherwise", async () => {
    const { office, imported, importFile } = setUp();
    await imported([importRecord({ externalId: "HOTAQU033FS0001" })]);
    const second = await importFile([
      importRecord({ source: "datatourisme", externalId: "HOTAQU033FS0001", street: "Autre rue", capacity: 24 }),
    ]);
    expect(second.rows[0]).toMatchObject({
      verdict: "changed",
      plan: { fields: [{ field: "externalId" }, { field: "street", owner: "person" }, { field: "capacity", owner: "source" }] },
    });
    second.apply();
    expect(establishmentOf(office.id).street).toBe("3 rue du Phare");
  });

  it("brings a merged commune to the one it now belongs to, and resolves a postcode with a name", async () => {
    const { office, imported } = setUp();
    const merged = sqlite()
      .prepare<[], { insee_code: string; current_insee_code: string }>(
        "SELECT insee_code, current_insee_code FROM communes WHERE current_insee_code IS NOT NULL LIMIT 1",
      )
      .get();
    await imported([importRecord({ inseeCode: merged?.insee_code ?? "" })]);
    expect(establishmentOf(office.id).insee_code).toBe(merged?.current_insee_code);
    const other = setUp();
    await other.imported([importRecord({ inseeCode: null })]);
    expect(establishmentOf(other.office.id).insee_code).toBe("33514");
  });

  it("knows nothing of another office's listings", async () => {
    const [here, there] = [setUp(), setUp()];
    await here.imported([importRecord()]);
    expect((await there.importFile([importRecord()])).counts.new).toBe(1);
    expect(listProviders(there.facilitator, {}).rows).toEqual([]);
  });
});
