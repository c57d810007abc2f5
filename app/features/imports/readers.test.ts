import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportRecord } from "./model";
import { noReferences } from "./readers/apidae";
import { sortClasses } from "./readers/datatourisme-kinds";
import { readObject } from "./readers/object";

const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"));
const hotel = fixture("datatourisme-2020.json");
const rooms: Record<string, unknown> = Object.values(fixture("apidae.json")).find((one) => typeof one === "object") as Record<
  string,
  unknown
>;

const read = (base: Record<string, unknown>, changes: object): ImportRecord =>
  readObject({ ...base, ...changes }, noReferences) ?? expect.fail("not read");

describe("DATAtourisme's traps", () => {
  const cases: [string, object, Partial<ImportRecord>][] = [
    [
      "takes dc:identifier as the key, the URI of both hosts beside it",
      {},
      {
        externalId: "HOTZZZ0370000001",
        otherIds: [
          "https://data.datatourisme.fr/15/11111111-aaaa-3333-bbbb-000000000001",
          "https://data.datatourisme.gouv.fr/15/11111111-aaaa-3333-bbbb-000000000001",
        ],
      },
    ],
    ["takes another language where the label lacks French", {}, { name: "The Alder Hotel" }],
    [
      "takes its own contact, not the central office that stands first",
      {},
      { phones: ["+33199000011", "+33699000012"], emails: ["accueil@alder.example", "bureau@alder.example"] },
    ],
    [
      "sorts pages: own, engine, marketplace, network",
      {},
      {
        website: "http://www.alder.example",
        bookingUrl: "https://alder.elloha.com/",
        socials: { facebook: "https://www.facebook.com/alder" },
        marketplaces: { booking: "https://www.booking.com/hotel/fr/alder.html" },
      },
    ],
    [
      "keeps ratings and labels, not the health protocols of 2020",
      {},
      {
        labels: [
          { label: "3 étoiles", rating: "3" },
          { label: "Accueil Vélo", rating: null },
        ],
      },
    ],
    [
      "joins the lines of a street; reads coordinates written as text",
      {},
      { street: "8 rue des Aulnes, Bâtiment B", latitude: 47.3890732, longitude: 0.6928082, inseeCode: "37261", capacity: 34 },
    ],
    ["names who wrote the record", {}, { ownerName: "Office de tourisme du Val d’Essai", updatedOn: "2020-06-08" }],
    [
      "leaves events out",
      { "@type": ["schema:Event", "EntertainmentAndEvent", "PointOfInterest"] },
      { kind: null, skip: "event" },
    ],
    ["leaves tours out", { "@type": ["Tour", "WalkingTour", "PointOfInterest"] }, { skip: "tour" }],
    [
      "leaves nature out",
      { "@type": ["NaturalHeritage", "PlaceOfInterest", "PointOfInterest"], "dc:identifier": "PNAZZZ0370000001" },
      { skip: "nature" },
    ],
    [
      "leaves tourist offices out",
      { "@type": ["LocalTouristOffice", "PlaceOfInterest", "PointOfInterest"] },
      { skip: "public_place" },
    ],
    ["says an unknown type", { "@type": ["PlaceOfInterest", "PointOfInterest"], "dc:identifier": "9" }, { skip: "unknown_type" }],
    ["says a missing name", { "rdfs:label": {} }, { name: "", skip: "no_name" }],
    [
      "falls back on the URI where there is no identifier",
      { "dc:identifier": "" },
      { externalId: "https://data.datatourisme.fr/15/11111111-aaaa-3333-bbbb-000000000001" },
    ],
    ["says a missing identifier", { "dc:identifier": null, "@id": null }, { externalId: "", skip: "no_id" }],
    [
      "reads objects where there is one only",
      {
        isLocatedAt: {
          "schema:address": { "schema:postalCode": "01400", hasAddressCity: { insee: "01001" } },
          "schema:geo": { "schema:latitude": "0", "schema:longitude": "0" },
        },
      },
      { postcode: "01400", inseeCode: "01001", street: null, latitude: null },
    ],
  ];
  it.each(cases)("%s", (_, changes, expected) => expect(read(hotel, changes)).toMatchObject(expected));

  it.each([
    ["hotel", ["Accommodation", "FoodEstablishment", "Hotel", "HotelRestaurant", "HotelTrade", "Restaurant"], "HOT41AAHOT100205"],
    ["guesthouse", ["Accommodation", "Guesthouse", "RentalAccommodation"], "HLOCEN0370013061"],
    ["rental", ["Accommodation", "RentalAccommodation", "SelfCateringAccommodation"], "5478136"],
    ["motorhome_area", ["Accommodation", "CamperVanArea", "CampingAndCaravanning"], "ACCCEN03700039"],
    ["camping", ["Accommodation", "Camping", "CampingAndCaravanning"], null],
    ["group_lodging", ["Accommodation", "CollectiveAccommodation", "StopOverOrGroupLodge"], null],
    ["restaurant", ["FoodEstablishment", "Restaurant", "Winery", "BistroOrWineBar"], "RESCEN037V503G85"],
    ["producer", ["Practice", "Product", "Tasting", "TastingProvider", "WineCellar"], null],
    ["site", ["Castle", "CulturalSite", "ParkAndGarden"], "PCUCEN0370000266"],
    ["activity", ["EquipmentRental", "EquipmentRentalShop", "ServiceProvider", "SportsAndLeisurePlace"], null],
    ["shop_service", ["BusinessPlace", "ConventionCentre"], "SEMCEN0410010692"],
  ])("sorts a %s", (kind, classes, identifier) =>
    expect(sortClasses(new Set(classes), identifier)).toEqual({ kind, reason: null }),
  );
});

describe("APIDAE's traps", () => {
  const place = (geo: object, commune: object = { id: 1 }) => ({
    localisation: { adresse: { codePostal: "73100", commune }, geolocalisation: geo },
  });
  const cases: [string, object, Partial<ImportRecord>][] = [
    ["turns [lng, lat] round", {}, { latitude: 45.685888, longitude: 5.915215 }],
    [
      "drops a point that is not valid",
      place({ valide: false, geoJson: { coordinates: [5, 45] } }),
      { latitude: null, longitude: null },
    ],
    ["leaves an unknown commune without a code", place({}), { inseeCode: null, postcode: "73100" }],
    [
      "reads a commune that is told whole",
      place({}, { id: 1, code: "05038", nom: "Essai" }),
      { inseeCode: "05038", communeName: "Essai" },
    ],
    [
      "takes 201 and 206 as phones, never the fax",
      {},
      { phones: ["+33199000031", "+33699000032"], emails: ["rooms@essai.example"] },
    ],
    [
      "sorts site, networks, reviews and booking",
      {},
      {
        website: "http://rooms.essai.example",
        bookingUrl: "https://rooms.amenitiz.io",
        socials: { facebook: "https://fr-fr.facebook.com/rooms", instagram: "https://www.instagram.com/rooms.essai" },
        marketplaces: { tripadvisor: "https://www.tripadvisor.fr/rooms" },
      },
    ],
    ["names the referent", {}, { contactName: "Alix PREMIER", siret: "12345678900012", capacity: 8 }],
    ["takes another language where libelleFr lacks", {}, { name: "Alder Rooms", kind: "guesthouse" }],
    ["skips what is not published", { state: "HIDDEN" }, { skip: "unpublished" }],
    ["skips events", { type: "FETE_ET_MANIFESTATION" }, { skip: "event" }],
    ["skips nature", { type: "PATRIMOINE_NATUREL" }, { skip: "nature" }],
    [
      "skips routes among equipment",
      { type: "EQUIPEMENT", informationsEquipement: { rubrique: { libelleFr: "Itinéraires" } } },
      { skip: "tour" },
    ],
    [
      "sees an activity provider among services",
      { type: "COMMERCE_ET_SERVICE", informationsPrestataireActivites: { prestataireActivites: true } },
      { kind: "activity" },
    ],
    ["skips a missing name and id", { nom: {}, id: null, identifier: null }, { skip: "no_id" }],
  ];
  it.each(cases)("%s", (_, changes, expected) => expect(read(rooms, changes)).toMatchObject(expected));
});

it("never throws, whatever stands in place of any field", () => {
  const bases = [
    hotel,
    rooms,
    ...["tourinsoft-v2.json", "tourinsoft-v3.json", "datatourisme-catalog.json"].map((name) => fixture(name)),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...bases), fc.jsonValue(), fc.nat(), (base, value, rank) => {
      const paths = pathsOf(base);
      const record = readObject(replaced(base, paths[rank % paths.length] ?? [], value), noReferences);
      if (record) expect(typeof record.name === "string" && Array.isArray(record.phones)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

type Path = string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function replaced(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((one, place) => (String(place) === key ? replaced(one, rest, put) : one));
  return { ...Object(value), [key]: replaced(Object(value)[key], rest, put) };
}
