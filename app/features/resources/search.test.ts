import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { correctResource, deleteResource, writeResource } from "./commands.server";
import { resourceSchema } from "./form";
import { getResource } from "./queries.server";
import { searchResources } from "./search.queries.server";
import { rebuildResourceIndex } from "./search-index.commands.server";
import { anyReader, measureSearch, readQuerySet } from "./search-quality.server";
import { syncShippedSheets } from "./shipped.commands.server";
import { lettersApart, soundOf } from "./spelling.model";
import { stemsOf } from "./stem.model";
import { parseSynonyms } from "./synonyms.model";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
beforeAll(() => syncShippedSheets("content/sheets"));

const first = (words: string) => searchResources(anyReader, words)[0]?.slug;

describe("the query set", () => {
  it("holds the figures of docs/search.md, on what the tuning did not look at", () => {
    const set = readQuerySet(resolve("content/search/queries.json"));
    expect(set.length).toBeGreaterThanOrEqual(60);
    expect(set.filter((query) => query.way === "misspelt").length).toBeGreaterThanOrEqual(15);
    expect(set.filter((query) => query.way === "synonym").length).toBeGreaterThanOrEqual(15);
    const { groups } = measureSearch(set);
    for (const part of ["held out", "later", "last"]) {
      const figures = groups.find((group) => group.part === part);
      expect(figures?.recall, part).toBeGreaterThanOrEqual(0.9);
      expect(figures?.reciprocal, part).toBeGreaterThanOrEqual(0.75);
    }
  });
});

describe("a query typed on a phone", () => {
  it.each([
    ["livret daccueil", "livret-accueil-numerique"],
    ["jaimerais filmer une courte vidéo", "filmer-une-courte-video"],
    ["quest ce quune fiche de police", "fiche-de-police"],
  ])("« %s », without its apostrophe, finds %s first", (words, slug) => {
    expect(first(words)).toBe(slug);
  });

  it("leaves a word that is known as it stands", () => {
    expect(first("logo et label")).toBe(first("label et logo"));
    expect(first("linkedin")).toBe("linkedin-pour-seminaires");
  });
});

describe("words", () => {
  it.each([
    ["Répondez, répondre, répond", "repond repond repond"],
    ["les réseaux du réseau", "reseau reseau"],
    ["réservations réservées, réserver", "reserv reserv reserv"],
    ["l’hébergeur héberge un hébergement", "heberg heberg heberg"],
    ["accessibilité accessibles", "acesibl acesibl"],
    ["B&B", "bnb"],
  ])("« %s » are kept as %s", (text, stems) => {
    expect(stemsOf(text)).toBe(stems);
  });

  it.each([
    ["accueil", "acceuil", 1],
    ["google", "gogle", 1],
    ["booking", "bouquin", undefined],
  ])("%s and %s are %s apart", (one, other, apart) => {
    expect(lettersApart(one, other, 2)).toBe(apart);
  });

  it("sound the same with f or ph, s or z", () => {
    expect(soundOf("fotos")).toBe(soundOf("photo"));
    expect(soundOf("resau")).toBe(soundOf("rezeau"));
  });
});

describe("synonyms", () => {
  it("go both ways with =, one way with >", () => {
    const { byFirst } = parseSynonyms("avis = commentaire # remarque\nOTA > booking");
    expect(byFirst.get("comentair")?.[0]?.others).toEqual([["avi"]]);
    expect(byFirst.get("ota")?.[0]?.others).toEqual([["boking"]]);
    expect(byFirst.has("boking")).toBe(false);
  });

  it("are refused with their line when a term says nothing", () => {
    expect(() => parseSynonyms("avis = de la")).toThrow(/avis = de la/);
  });
});

describe("a search", () => {
  it.each([
    ["face book piraté", "facebook-bloque-ou-pirate"],
    ["motdepasse", "mots-de-passe-et-double-verification"],
    ["GOOGLE MY BUISNESS", "fiche-google-reclamer"],
    ["taxes de séjours", "taxe-de-sejour"],
  ])("« %s » finds %s", (words, slug) => {
    expect(
      searchResources(anyReader, words)
        .slice(0, 2)
        .map((row) => row.slug),
    ).toContain(slug);
  });

  it("finds nothing for what the library does not speak of, and takes operators as words", () => {
    expect(searchResources(anyReader, "xylophone quantique")).toEqual([]);
    expect(() => searchResources(anyReader, '"*)( NEAR/2 ~ -avis AND')).not.toThrow();
    expect(searchResources(anyReader, "  ")).toEqual([]);
  });

  it("gives the same whether the index grew or was made again", () => {
    const before = searchResources(anyReader, "avis").map((row) => row.slug);
    rebuildResourceIndex();
    expect(searchResources(anyReader, "avis").map((row) => row.slug)).toEqual(before);
  });

  it("puts first what suits the kind of establishment asked for", () => {
    const found = searchResources(anyReader, "menu", { forKind: "restaurant" });
    expect(found[0]?.slug).toBe("carte-de-restaurant-en-ligne");
  });
});

describe("an office's own words", () => {
  it("are found by its staff once published, follow a correction, and go with the resource", () => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const input = resourceSchema.parse({
      id: newId(),
      kind: "sheet",
      title: "Le pressoir",
      theme: "content",
      body: "Xérophyte rupestre.",
    });
    writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
    expect(searchResources(facilitator, "xerophite")[0]?.slug).toBe("le-pressoir");
    expect(first("xérophyte")).toBeUndefined();
    const mine = () => authorize(facilitator, "resource.edit", getResource(facilitator, "le-pressoir"));
    correctResource(facilitator, mine(), { ...input, version: 1, body: "Zinnia." });
    expect(searchResources(facilitator, "xérophyte")).toEqual([]);
    expect(searchResources(facilitator, "zinnia")).toHaveLength(1);
    deleteResource(facilitator, mine());
    expect(searchResources(facilitator, "zinnia")).toEqual([]);
  });

  it("stay with those who may edit while a draft, whoever it is meant for", () => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const shared = { kind: "sheet", title: "Le brouillard", theme: "content", body: "Kumquat.", visibility: "network" };
    const input = resourceSchema.parse({ id: newId(), ...shared, state: "draft" });
    writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
    expect(searchResources(facilitator, "kumquat")).toHaveLength(1);
    expect(searchResources(makeMember(office.id, "colleague"), "kumquat")).toEqual([]);
    expect(searchResources(anyReader, "kumquat")).toEqual([]);
    const mine = authorize(facilitator, "resource.edit", getResource(facilitator, "le-brouillard"));
    correctResource(facilitator, mine, { ...input, version: 1, state: "published" });
    expect(searchResources(anyReader, "kumquat")).toHaveLength(1);
  });
});
