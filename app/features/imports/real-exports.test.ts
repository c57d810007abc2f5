import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePhone } from "~/lib/phone";
import type { ImportRecord } from "./model";
import { readImportFile } from "./read-file.server";
import { noReferences } from "./readers/apidae";
import { capacityOf, dayOf, inseeOf, postcodeOf } from "./readers/fields";
import { readObject } from "./readers/object";

const hotel: Record<string, unknown> = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures", "datatourisme-2020.json"), "utf8"),
);
const read = (changes: object, base = hotel): ImportRecord =>
  readObject({ ...base, ...changes }, noReferences) ?? expect.fail("not read");

function fileOf(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "export-")), "file");
  writeFileSync(path, content);
  return path;
}

describe("what DATAtourisme's exports hold beside the samples", () => {
  const place = (address: unknown, geo?: unknown) => ({ isLocatedAt: [{ "schema:address": address, "schema:geo": geo }] });
  const cases: [string, object, Partial<ImportRecord>][] = [
    ["a name without a language", { "rdfs:label": "Hôtel du Nord" }, { name: "Hôtel du Nord" }],
    ["an empty French name", { "rdfs:label": { fr: [""], en: ["The North"] } }, { name: "The North" }],
    [
      "a name as JSON-LD spells it",
      {
        "rdfs:label": [
          { "@language": "en", "@value": "The North" },
          { "@language": "fr", "@value": "Le Nord" },
        ],
      },
      { name: "Le Nord" },
    ],
    ["one type as text", { "@type": "Hotel" }, { kind: "hotel" }],
    [
      "types with their prefixes",
      { "@type": ["urn:resource", "https://www.datatourisme.fr/ontology/core#Camping"] },
      { kind: "camping" },
    ],
    ["classes that nobody knows", { "@type": ["Spaceport"], "dc:identifier": "7" }, { kind: null, skip: "unknown_type" }],
    [
      "numbers as typed values",
      place(
        { "schema:postalCode": { "@value": "20000" }, hasAddressCity: { insee: "2A004" } },
        { "schema:latitude": { "@type": "xsd:decimal", "@value": "41.92" }, "schema:longitude": [{ "@value": "8,73" }] },
      ),
      { postcode: "20000", inseeCode: "2A004", latitude: 41.92, longitude: 8.73 },
    ],
    [
      "numbers as numbers",
      place({ "schema:postalCode": 1400, hasAddressCity: [{ insee: 1001 }] }, { "schema:latitude": 46.1, "schema:longitude": 5 }),
      { postcode: "01400", inseeCode: "01001", latitude: 46.1, longitude: 5 },
    ],
    [
      "several addresses, the first empty",
      { isLocatedAt: [{ "schema:address": [] }, place([{ "schema:streetAddress": "2 rue Haute" }]).isLocatedAt[0]] },
      { street: "2 rue Haute" },
    ],
    [
      "a street in a language",
      place({
        "schema:streetAddress": [{ "@language": "fr", "@value": "2 rue Haute" }],
        "schema:addressLocality": { fr: ["Essai"] },
      }),
      { street: "2 rue Haute", communeName: "Essai" },
    ],
    [
      "empty lists",
      { hasContact: [], hasBookingContact: [], hasReview: [], isLocatedAt: [] },
      { phones: [], emails: [], website: null, bookingUrl: null, labels: [], street: null, latitude: null },
    ],
    [
      "pages as addresses of JSON-LD",
      {
        hasContact: {
          "foaf:homepage": { "@id": "https://www.nord.example/" },
          "schema:telephone": { "@value": "01 99 00 00 09" },
          "schema:email": [{ "@value": "NORD@essai.example" }],
        },
        hasBookingContact: { "foaf:homepage": [{ "@type": "xsd:anyURI", "@value": "https://nord.amenitiz.io/" }] },
      },
      {
        website: "https://www.nord.example/",
        phones: ["+33199000009"],
        emails: ["nord@essai.example"],
        bookingUrl: "https://nord.amenitiz.io/",
      },
    ],
    ["a day with an hour and a zone", { lastUpdate: { "@value": "2025-02-03T23:30:00+01:00" } }, { updatedOn: "2025-02-03" }],
    [
      "a rating that is an object alone, its value as text",
      { hasReview: { hasReviewValue: { "@id": "kb:ScaleRating_4etoiles", "schema:ratingValue": "4" } } },
      { labels: [{ label: "4 étoiles", rating: "4" }] },
    ],
    ["an owner in a language", { hasBeenCreatedBy: { "schema:legalName": { fr: "OT d’Essai" } } }, { ownerName: "OT d’Essai" }],
  ];
  it.each(cases)("reads %s", (_, changes, expected) => expect(read(changes)).toMatchObject(expected));
});

describe("what APIDAE's exports hold beside the samples", () => {
  const base = { type: "HOTELLERIE", id: 5, nom: { libelleFr: "Le Nord" } };
  const way = (id: number, said: unknown) => ({ type: { id }, coordonnees: said });
  const cases: [string, object, Partial<ImportRecord>][] = [
    [
      "the site of phones that stands before the site",
      {
        informations: {
          moyensCommunication: [way(3769, { fr: "http://m.nord.example" }), way(205, { fr: "http://www.nord.example" })],
        },
      },
      { website: "http://www.nord.example" },
    ],
    [
      "ways in another language, empty and as text",
      {
        informations: {
          moyensCommunication: [way(201, { fr: "", en: "01 99 00 00 01" }), way(204, "a@essai.example"), way(201, null)],
        },
      },
      { phones: ["+33199000001"], emails: ["a@essai.example"] },
    ],
    [
      "coordinates as text, a state in its own words",
      { localisation: { geolocalisation: { valide: true, geoJson: { coordinates: ["8.73", "41.92"] } } }, state: "DRAFT" },
      { latitude: 41.92, longitude: 8.73, skip: "unpublished" },
    ],
    ["a package", { type: "SEJOUR_PACKAGE" }, { kind: null, skip: "unknown_type" }],
    ["a territory", { type: "TERRITOIRE" }, { skip: "public_place" }],
    ["no detail at all", {}, { kind: "hotel", externalId: "5", name: "Le Nord", phones: [], labels: [], skip: null }],
  ];
  it.each(cases)("reads %s", (_, changes, expected) => expect(read(changes, base)).toMatchObject(expected));
});

describe("codes, numbers and days as people write them", () => {
  it.each([
    ["37000", "37000"],
    ["37 000", "37000"],
    ["F-37000", "37000"],
    ["37000 CEDEX 1", "37000"],
    ["1400", "01400"],
    ["1400.0", "01400"],
    ["97110", "97110"],
    ["2A000", null],
    ["Tours", null],
  ])("the postcode « %s »", (raw, code) => expect(postcodeOf(raw)).toBe(code));

  it.each([
    ["2a004", "2A004"],
    ["2B033", "2B033"],
    ["97105", "97105"],
    ["1001", "01001"],
    ["75", null],
  ])("the commune's code « %s »", (raw, code) => expect(inseeOf(raw)).toBe(code));

  it.each([
    ["05 56 00 00 01", "+33556000001"],
    ["05.56.00.00.01", "+33556000001"],
    ["+33 (0)5 56 00 00 01", "+33556000001"],
    ["0033 5 56 00 00 01", "+33556000001"],
    ["0590 12 34 56", "+590590123456"],
    ["+33 690 12 34 56", "+590690123456"],
    ["+590 590 12 34 56", "+590590123456"],
    ["0262 41 12 34", "+262262411234"],
    ["0692 41 12 34", "+262692411234"],
    ["0639 01 02 03", "+262639010203"],
    ["0594 30 12 34", "+594594301234"],
    ["0696 30 12 34", "+596696301234"],
    ["0508 41 12 34", "+508411234"],
    ["+32 2 512 00 00", "+3225120000"],
  ])("the number « %s »", (raw, phone) => expect(parsePhone(raw)).toBe(phone));

  it.each([
    [12, 12],
    ["12", 12],
    ["12 personnes", 12],
    ["40 couverts", 40],
    ["6 pers.", 6],
    ["une dizaine", null],
    [0, null],
  ])("the capacity « %s »", (raw, count) => expect(capacityOf(raw)).toBe(count));

  it.each([
    ["2015-06-19T09:27:41.000+0000", "2015-06-19"],
    ["19/06/2015 09:27", "2015-06-19"],
    ["/Date(1546387200000)/", "2019-01-02"],
    ["2015-02-30", null],
  ])("the day « %s »", (raw, day) => expect(dayOf(raw)).toBe(day));
});

describe("files as programs write them", () => {
  const table =
    'Nom;Type;Code postal;Commune;Observations\r\n"Gîte ""Le Nid""\r\nd’Essai";Meublé;20000;Ajaccio;"un; deux"\r\n\r\n';
  const json = JSON.stringify(hotel);
  const wide = (text: string, order: "le" | "be"): Buffer => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };
  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${table}`)],
    ["UTF-16, little end first", wide(table, "le")],
    ["UTF-16, big end first", wide(table, "be")],
    ["Windows-1252", Buffer.from(table.replace("’", "\u0092"), "latin1")],
    ["commas", Buffer.from(table.replaceAll("un; deux", "un, deux").replaceAll(";", ","))],
    ["tabs", Buffer.from(table.replaceAll("un; deux", "un, deux").replaceAll(";", "\t"))],
    ["old Mac's line ends", Buffer.from(table.replaceAll("\r\n", "\r"))],
  ])("a table in %s, quoted lines and signs in it", async (_, bytes) => {
    const { records } = await readImportFile(fileOf(bytes));
    expect(records).toMatchObject([
      { name: 'Gîte "Le Nid" d’Essai', kind: "rental", postcode: "20000", communeName: "Ajaccio", skip: null },
    ]);
  });

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${json}`)],
    ["UTF-16, little end first", wide(json, "le")],
    ["UTF-16, big end first", wide(`[${json}]`, "be")],
    ["Windows-1252", Buffer.from(json.replaceAll("’", "\u0092"), "latin1")],
    ["one object a line", Buffer.from(`${json}\r\n`)],
  ])("objects in %s", async (_, bytes) => {
    const { records } = await readImportFile(fileOf(bytes));
    expect(records).toMatchObject([
      { externalId: "HOTZZZ0370000001", labels: [{ label: "3 étoiles" }, { label: "Accueil Vélo" }] },
    ]);
  });
});
