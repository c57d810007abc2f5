import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toXlsx } from "~/lib/xlsx.server";
import { zipOf } from "~/testing/zip";
import type { ImportRecord } from "./model";
import { readImportFile } from "./read-file.server";
import { openTable } from "./read-table.server";

const fixture = (name: string) => join(import.meta.dirname, "fixtures", name);

function fileOf(content: string | Buffer, name = "file"): string {
  const path = join(mkdtempSync(join(tmpdir(), "import-")), name);
  writeFileSync(path, content);
  return path;
}

async function onlyRecord(path: string): Promise<ImportRecord> {
  const { records } = await readImportFile(path);
  expect(records).toHaveLength(1);
  return records[0] ?? expect.fail("no record");
}

describe("each format, told by its content", () => {
  const cases: [string, Partial<ImportRecord>][] = [
    [
      "datatourisme-2020.json",
      {
        source: "datatourisme",
        externalId: "HOTZZZ0370000001",
        kind: "hotel",
        inseeCode: "37261",
        website: "http://www.alder.example",
      },
    ],
    [
      "datatourisme-catalog.json",
      {
        externalId: "HLOZZZ087V5000001",
        name: "Les Tilleuls",
        kind: "guesthouse",
        inseeCode: "87204",
        latitude: 45.8,
        phones: ["+33199000021"],
      },
    ],
    [
      "apidae.json",
      {
        source: "apidae",
        externalId: "990001",
        otherIds: ["SITRA2_HLO_990001"],
        kind: "guesthouse",
        latitude: 45.685888,
        longitude: 5.915215,
      },
    ],
    [
      "tourinsoft-v2.json",
      {
        source: "tourinsoft",
        kind: "hotel",
        street: "Rue de la Bruyère",
        postcode: "28400",
        communeName: "ESSAI-LE-ROTROU",
        inseeCode: "28280",
        phones: ["+33199000041"],
        emails: ["aulnes@essai.example"],
        website: "http://www.aulnes.example",
        capacity: 40,
        updatedOn: "2019-01-02",
      },
    ],
    [
      "tourinsoft-v3.json",
      {
        kind: "guesthouse",
        street: "2 rue Haute",
        inseeCode: "66149",
        phones: ["+33199000051"],
        socials: { facebook: "https://www.facebook.com/canigou", instagram: "https://www.instagram.com/canigou" },
        labels: [{ label: "Accueil Vélo", rating: null }],
      },
    ],
    [
      "lei.xml",
      {
        source: "lei",
        kind: "restaurant",
        name: "Auberge de l'Essai",
        street: "11 rue principale",
        latitude: 49.031600691652,
        phones: ["+33199000061"],
        website: "http://www.auberge.example",
        contactName: "Michel Essai",
        updatedOn: "2022-11-29",
      },
    ],
    [
      "datatourisme.csv",
      {
        source: "datatourisme",
        kind: "rental",
        name: "Le Tilleul, maison",
        postcode: "84580",
        communeName: "Essaiède",
        phones: ["+33199000071"],
        emails: ["tilleul@essai.example"],
        website: "https://tilleul.example/",
        labels: [
          { label: "3 étoiles", rating: "3" },
          { label: "Accueil Vélo", rating: null },
        ],
      },
    ],
  ];
  it.each(cases)("%s", async (name, expected) => {
    expect(await onlyRecord(fixture(name))).toMatchObject({ ...expected, skip: null });
  });

  it("Atout France's list, whose phones lost their zero", async () => {
    const { records } = await readImportFile(fixture("atout-france.csv"));
    expect(records).toMatchObject([
      {
        source: "spreadsheet",
        kind: "hotel",
        postcode: "01400",
        phones: ["+33199000081"],
        emails: ["contact@essai.example"],
        website: "http://www.hotel-essai.example",
        capacity: 62,
        labels: [{ label: "3 étoiles", rating: "3" }],
      },
      { kind: "camping", phones: [], website: null, labels: [] },
    ]);
    expect(records[0]?.externalId).toMatch(/^[0-9a-f]{24}$/);
  });

  it("a workbook, and a Windows-1252 table with tabs", async () => {
    const book = await toXlsx([
      {
        name: "A",
        columns: [{ title: "Enseigne" }, { title: "Type" }, { title: "Code postal" }],
        rows: [["Gîte d’Essai", "Meublé", 1400]],
      },
    ]);
    expect(await onlyRecord(fileOf(book))).toMatchObject({ name: "Gîte d’Essai", kind: "rental", postcode: "01400" });
    const text = Buffer.from("Nom de l'établissement\tCatégorie\tTéléphone\nChâteau d'Essai\tMusée\t01 99 00 00 01\n", "latin1");
    expect(await onlyRecord(fileOf(text))).toMatchObject({ name: "Château d'Essai", kind: "site", phones: ["+33199000001"] });
  });
});

describe("Excel's hint before the titles", () => {
  const said = ["Nom", "Type", "Remarque"];
  const row = ["Gîte d’Essai", "Meublé", "vue, calme, jardin, parking, four"];
  it.each([
    ["a semicolon", "sep=;", ";"],
    ["a semicolon, though commas are more", "SEP=;", ";"],
    ["a tab", "sep=\t", "\t"],
    ["in quotes, after a byte order mark", '\ufeff"sep=|"', "|"],
    ["followed by empty cells", "sep=;;;", ";"],
  ])("tells the separator and is no row: %s", async (_label, hint, sign) => {
    const lines = [hint, said.join(sign), row.join(sign), ""].join("\r\n");
    const { columns, rows } = await openTable(fileOf(Buffer.from(lines)));
    expect(columns).toEqual(said);
    const read = [];
    for await (const one of rows) read.push(one);
    expect(read).toEqual([{ line: 3, cells: row }]);
  });

  it("is a title like another where nothing follows it", async () => {
    const { columns } = await openTable(fileOf(Buffer.from("sep=;rien;Nom\nUn;Deux;Trois\n")));
    expect(columns).toEqual(["sep=", "rien", "Nom"]);
  });
});

describe("archives", () => {
  const object = readFileSync(fixture("datatourisme-2020.json"), "utf8");
  const apidae = readFileSync(fixture("apidae.json"), "utf8");

  it("reads a flux, and counts a broken object once among good ones", async () => {
    const { records } = await readImportFile(
      fileOf(zipOf({ "context.jsonld": "{}", "index.json": "[]", "objects/0/a.json": object, "objects/0/b.json": '{"@id": ' })),
    );
    expect(records.map((one) => [one.externalId, one.skip])).toEqual([
      ["HOTZZZ0370000001", null],
      ["objects/0/b.json", "malformed"],
    ]);
  });

  it("reads an APIDAE export: communes and labels by id, deletions, Mac leftovers", async () => {
    const { records, deletedIds } = await readImportFile(
      fileOf(
        zipOf({
          "objets_modifies/1.json": apidae,
          "__MACOSX/objets_modifies/._1.json": "x",
          "objets_supprimes.json": '[12, {"id": 13}]',
          "communes.json": '[{"id": 30248, "code": "73008", "nom": "Essai-les-Bains"}]',
          "elements_reference.json": '[{"id": 7001, "libelleFr": "Gîtes de France"}]',
        }),
      ),
    );
    expect(deletedIds).toEqual(["12", "13"]);
    expect(records[0]).toMatchObject({ inseeCode: "73008", communeName: "Essai-les-Bains" });
    expect(records[0]?.labels.map((one) => one.label)).toEqual(["4 étoiles", "Gîtes de France", "Tourisme & Handicap moteur"]);
  });

  it.each([
    ["an encrypted archive", zipOf({ "objects/a.json": object }, true), "importZipEncrypted"],
    ["a cut archive", zipOf({ "objects/a.json": object }).subarray(0, 300), "importZipBroken"],
    ["a bomb", zipOf({ "objects/a.json": Buffer.alloc(8 * 1024 ** 2, 0x20) }), "importZipTooLarge"],
    ["an empty file", "", "importEmpty"],
    ["an empty list", "[]", "importEmpty"],
    ["a zipped table", zipOf({ "prestataires.csv": "Nom;Type\nUn;Hôtel\n" }), "importNoListingFiles"],
    ["an OpenDocument sheet", zipOf({ mimetype: "application/vnd.oasis", "content.xml": "<a/>" }), "importNoListingFiles"],
    ["an empty flux", zipOf({ "index.json": "[]", "context.jsonld": "{}" }), "importEmpty"],
    ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "importUnknownFormat"],
    ["JSON of no known kind", '{"hello": 1}', "importUnknownFormat"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), "importUnknownFormat"],
    ["XML with a DOCTYPE", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "importXmlDoctype"],
    ["XML that does not close", "<LEI><a>", "importXmlBroken"],
    ["a table without names", "a;b\n1;2\n", "importNeedsMapping"],
  ])("refuses %s", async (_, content, key) => {
    await expect(readImportFile(fileOf(content))).rejects.toMatchObject({ key });
  });

  it("refuses more entries than allowed, and never uses a name as a path", async () => {
    const zip = fileOf(zipOf({ "../../evil.json": object, "/etc/b.json": object }));
    expect((await readImportFile(zip)).records).toHaveLength(2);
    await expect(readImportFile(zip, { limits: { entries: 1 } })).rejects.toMatchObject({ key: "importTooManyFiles" });
  });

  it("goes on after a broken element of a list, and marks what the file's end cuts", async () => {
    const good = JSON.stringify(JSON.parse(object));
    const { records } = await readImportFile(fileOf(`\ufeff[${good}, {"a": }, 3, ${good}, {"@id": "datatourisme`));
    expect(records.map((one) => one.skip)).toEqual([null, "malformed", "malformed", null, "malformed"]);
  });
});
