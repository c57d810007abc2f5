import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { countProviders, listProviders } from "~/features/providers/list.queries.server";
import { setClock } from "~/lib/clock";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { applyAll, importRecord, readRecords, undoAll } from "~/testing/factories/import";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { applyNextBatch } from "./batches.commands.server";
import { applyImport, chooseRecords, startImport, undoImport } from "./commands.server";
import { countApplied, getImport, listImportRecords, listImports } from "./queries.server";

const at = "2026-11-24T10:00:00Z";
openTestDatabase({ at });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  return { office, facilitator };
}
const names = (actor: Parameters<typeof listProviders>[0]) => listProviders(actor, {}).rows.map((row) => row.name);
const many = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    importRecord({ externalId: String(710_000 + place), name: `Gîte ${place}`, kind: "rental", emails: [], phones: [] }),
  );

describe("grouping", () => {
  const group = [
    importRecord(),
    importRecord({ externalId: "700002", name: "Gîte des Embruns", kind: "rental" }),
    importRecord({ externalId: "700003", name: "Camping voisin", kind: "camping", phones: ["+33199000002"], emails: [] }),
  ];

  it("makes one provider of listings with the same e-mail and phone", async () => {
    const { office, facilitator } = setUp();
    const id = await readRecords(facilitator, office, { records: group });
    applyAll(facilitator, id);
    expect(names(facilitator)).toEqual(["Camping voisin", "Hôtel des Embruns"]);
    expect(countApplied(facilitator, id)).toEqual({ providers: 2, establishments: 3, changed: 0 });
  });

  it("makes two where the reviewer says so, and leaves what was unticked", async () => {
    const { office, facilitator } = setUp();
    const id = await readRecords(facilitator, office, { records: group });
    const row = authorize(facilitator, "provider.import", getImport(facilitator, id));
    chooseRecords(facilitator, row, [
      { position: 2, isChosen: true, isAccepted: false },
      { position: 3, isChosen: false, isAccepted: false },
    ]);
    applyAll(facilitator, id);
    expect(names(facilitator)).toEqual(["Gîte des Embruns", "Hôtel des Embruns"]);
  });

  it("does not take a booking office for an operator", async () => {
    const { office, facilitator } = setUp();
    const records = many(12).map((record) => ({ ...record, emails: ["resa@gites.example"], phones: ["+33199000003"] }));
    applyAll(facilitator, await readRecords(facilitator, office, { records }));
    expect(countProviders(facilitator, {})).toBe(12);
  });

  it("ties a listing to the typed provider of the same SIRET, and keeps what was typed", async () => {
    const { office, facilitator } = setUp();
    const typed = makeProvider(facilitator, office, { name: "Gîte Fontanel" });
    sqlite().prepare("UPDATE providers SET siret = '73282932000074' WHERE id = ?").run(typed.id);
    const record = importRecord({ kind: "rental", siret: "73282932000074", name: "Meublé Fontanel" });
    const id = await readRecords(facilitator, office, { records: [record] });
    expect(listImportRecords(facilitator, id, { verdict: "new" }).rows[0]?.plan.proposal).toMatchObject({
      kind: "same",
      basis: "siret",
    });
    applyAll(facilitator, id);
    expect(names(facilitator)).toEqual(["Gîte Fontanel"]);
    undoAll(facilitator, id);
    expect(names(facilitator)).toEqual(["Gîte Fontanel"]);
    const again = await readRecords(facilitator, office, { records: [record] });
    expect(listImportRecords(facilitator, again, { verdict: "new" }).rows).toHaveLength(1);
  });
});

describe("applying", () => {
  it("goes on where a kill stopped it, each listing once", async () => {
    const { office, facilitator } = setUp();
    const records = many(90);
    const id = await readRecords(facilitator, office, { records });
    const row = authorize(facilitator, "provider.import", getImport(facilitator, id));
    applyImport(facilitator, row, { isAppliedHere: true });
    const first = applyNextBatch(facilitator, row);
    expect(first.isDone).toBe(false);
    expect(countProviders(facilitator, {})).toBe(first.done);
    while (!applyNextBatch(facilitator, row).isDone);
    applyNextBatch(facilitator, row);
    expect(countProviders(facilitator, {})).toBe(90);
    expect(getImport(facilitator, id)).toMatchObject({ state: "applied", done: 90, total: 90 });
  });

  it("leaves an audit entry a batch", async () => {
    const { office, facilitator } = setUp();
    applyAll(facilitator, await readRecords(facilitator, office, { records: [importRecord()] }));
    const commands = sqlite()
      .prepare("SELECT command FROM audit_entries WHERE owner_id = ? AND command LIKE 'import.%'")
      .pluck()
      .all(office.id);
    expect(commands).toEqual(["import.start", "import.apply", "import.applyBatch"]);
  });

  it("refuses a second import of the office meanwhile, not another office's", async () => {
    const { office, facilitator } = setUp();
    const id = await readRecords(facilitator, office, { records: [importRecord()] });
    applyImport(facilitator, authorize(facilitator, "provider.import", getImport(facilitator, id)), { isAppliedHere: true });
    const canImport = authorize(facilitator, "provider.import", office);
    expect(() => startImport(facilitator, canImport, { id: newId(), fileName: "b.zip" })).toThrow(RuleError);
    const other = setUp();
    startImport(other.facilitator, authorize(other.facilitator, "provider.import", other.office), {
      id: newId(),
      fileName: "b.zip",
    });
  });
});

describe("undoing an import", () => {
  it("takes away what it made and nobody touched, and gives changed fields back", async () => {
    const { office, facilitator } = setUp();
    applyAll(facilitator, await readRecords(facilitator, office, { records: [importRecord()] }));
    const next = [
      importRecord({ street: "5 rue du Phare", capacity: 30, phones: ["+33199000008"] }),
      importRecord({ externalId: "700002", name: "Camping A", kind: "camping", phones: [], emails: [] }),
      importRecord({ externalId: "700003", name: "Camping B", kind: "camping", phones: [], emails: [] }),
    ];
    const id = await readRecords(facilitator, office, { records: next });
    applyAll(facilitator, id);
    const met = listProviders(facilitator, { q: "camping b" }).rows[0]?.id ?? "";
    makeSession(facilitator, office, { providers: [met] });
    undoAll(facilitator, id);
    expect(names(facilitator)).toEqual(["Camping B", "Hôtel des Embruns"]);
    const hotel = sqlite()
      .prepare("SELECT street, capacity FROM establishments WHERE owner_id = ? AND name = 'Hôtel des Embruns'")
      .get(office.id);
    expect(hotel).toEqual({ street: "3 rue du Phare", capacity: null });
    expect(
      sqlite().prepare("SELECT phone FROM contacts WHERE owner_id = ? AND phone IS NOT NULL").pluck().all(office.id),
    ).toEqual(["+33199000001"]);
    expect(sqlite().prepare("SELECT count(*) FROM source_corrections WHERE owner_id = ?").pluck().get(office.id)).toBe(0);
    const again = await readRecords(facilitator, office, { records: next });
    expect(listImportRecords(facilitator, again, { verdict: "new" }).rows.map((row) => row.name)).toEqual(["Camping A"]);
    expect(listImportRecords(facilitator, again, { verdict: "changed" }).rows.map((row) => row.name)).toEqual([
      "Hôtel des Embruns",
    ]);
  });

  it("is refused after 30 days, and twice", async () => {
    const { office, facilitator } = setUp();
    const id = await readRecords(facilitator, office, { records: [importRecord()] });
    applyAll(facilitator, id);
    const row = authorize(facilitator, "provider.import", getImport(facilitator, id));
    setClock(() => Date.parse(at) + 31 * 86_400_000);
    expect(() => undoImport(facilitator, row)).toThrow(RuleError);
    setClock(() => Date.parse(at));
    undoAll(facilitator, id);
    expect(() => undoImport(facilitator, row)).toThrow(RuleError);
  });
});

describe("who may import", () => {
  it("is the office's facilitator and director; others see nothing of it", async () => {
    const { office, facilitator } = setUp();
    const id = await readRecords(facilitator, office, { records: [importRecord()] });
    expect(getImport(makeMember(office.id, "director"), id).id).toBe(id);
    const provider = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    for (const actor of [setUp().facilitator, provider, makeMember(office.id, "colleague")]) {
      expect(() => getImport(actor, id)).toThrow(NotFoundError);
      expect(() => listImportRecords(actor, id, { verdict: "new" })).toThrow(NotFoundError);
      expect(listImports(actor)).toEqual([]);
      expect(() => authorize(actor, "provider.import", office)).toThrow(ForbiddenError);
    }
  });
});
