import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { correctResource, deleteResource, writeResource } from "./commands.server";
import { resourceSchema } from "./form";
import { valuesOf } from "./form-values.server";
import { resourceLine } from "./lines";
import { parseSheet } from "./model";
import { browseResources, getResource } from "./queries.server";
import { searchResources } from "./search.queries.server";
import { readShippedSheets, syncShippedSheets } from "./shipped.commands.server";

openTestDatabase();
const folder = "content/sheets";

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const input = {
    id: newId(),
    kind: "sheet" as const,
    title: `Le marché ${newId().slice(-5)}`,
    summary: "",
    theme: "content" as const,
    level: "beginner" as const,
    visibility: "office" as const,
    state: "published" as const,
    season: "any" as const,
    keywords: "",
    forKinds: [],
    locale: "fr" as const,
    body: "## Où\n\nSur la place.",
  };
  return { office, facilitator, input, canWrite: authorize(facilitator, "resource.write", office) };
}

describe("the shipped sheets", () => {
  it("are all well formed, a page each, on a theme and sub-theme of the list", () => {
    const sheets = readShippedSheets(folder);
    expect(sheets.length).toBeGreaterThanOrEqual(25);
    for (const sheet of sheets) expect(sheet.body.split(/\s+/).length, sheet.slug).toBeGreaterThan(180);
    expect(new Set(sheets.map((sheet) => sheet.title)).size).toBe(sheets.length);
  });

  it("are refused with the file's name when the front matter is wrong", () => {
    expect(() => parseSheet("essai.fr.md", "---\ntitle: Trop court\n---\nTexte")).toThrow(/essai\.fr\.md/);
    expect(() => parseSheet("essai.fr.md", "sans tête")).toThrow(/front matter/);
  });

  it("come once, whatever the number of starts", () => {
    syncShippedSheets(folder);
    const before = browseResources(setUp().facilitator, {}).rows.length;
    syncShippedSheets(folder);
    expect(browseResources(setUp().facilitator, {}).rows.length).toBe(before);
  });
});

describe("search", () => {
  it.each([
    ["répondre à un avis", "repondre-a-un-avis"],
    ["REPONDRE AVIS", "repondre-a-un-avis"],
    ["photos téléphone", "photos-avec-un-telephone"],
    ["double réservation calendrier", "calendriers-synchronises"],
    ["mot de passe", "mots-de-passe-et-double-verification"],
    ["mentions legales", "mentions-legales"],
    ["fiche google", "fiche-google-reclamer"],
    ["bandeau cookies", "cookies-et-bandeau"],
    ["nom de domaine", "nom-de-domaine-et-hebergement"],
    ["wifi", "wifi-pour-vos-clients"],
  ])("« %s » finds %s first", (words, slug) => {
    syncShippedSheets(folder);
    expect(searchResources(setUp().facilitator, words)[0]?.slug).toBe(slug);
  });

  it("takes quotes and operators as plain words", () => {
    expect(searchResources(setUp().facilitator, '"*)( ~')).toEqual([]);
  });
});

describe("an office's own resource", () => {
  it("is read by its staff and its providers, not by another office", () => {
    const { office, facilitator, input, canWrite } = setUp();
    const { slug } = writeResource(facilitator, canWrite, input);
    const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    expect(getResource(host, slug).title).toBe(input.title);
    expect(getResource(makeMember(office.id, "colleague"), slug).title).toBe(input.title);
    const stranger = setUp();
    expect(() => getResource(stranger.facilitator, slug)).toThrow(NotFoundError);
    expect(() =>
      getResource(makeProviderLogin(stranger.facilitator, makeProvider(stranger.facilitator, stranger.office)), slug),
    ).toThrow(NotFoundError);
  });

  it("is read by all once shared, edited by its office alone, and refused when saved since", () => {
    const { facilitator, input, canWrite } = setUp();
    const { slug } = writeResource(facilitator, canWrite, { ...input, visibility: "network" });
    const stranger = setUp().facilitator;
    expect(() => authorize(stranger, "resource.edit", getResource(stranger, slug))).toThrow(ForbiddenError);
    const mine = authorize(facilitator, "resource.edit", getResource(facilitator, slug));
    correctResource(facilitator, mine, { ...input, version: 1, summary: "Nouveau" });
    expect(() => correctResource(facilitator, mine, { ...input, version: 1, summary: "Autre" })).toThrow(ConflictError);
    deleteResource(facilitator, mine);
    expect(() => getResource(facilitator, slug)).toThrow(NotFoundError);
  });

  it("keeps an address of its own when two titles are the same", () => {
    const { facilitator, input, canWrite } = setUp();
    const first = writeResource(facilitator, canWrite, input);
    const second = writeResource(facilitator, canWrite, { ...input, id: newId() });
    expect(second.slug).toBe(`${first.slug}-2`);
  });
});

it("a sub-theme belongs to the theme, is kept, shown, and taken off", () => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const given = { id: newId(), kind: "sheet", title: "Répondre aux avis durs", theme: "reputation", body: "Restez calme." };
  const input = resourceSchema.parse({ ...given, subTheme: "reputation.reviews_reply" });
  const { slug } = writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
  const row = () => getResource(facilitator, slug);
  expect(row().subTheme).toBe("reviews_reply");
  expect(valuesOf(row()).subTheme).toBe("reputation.reviews_reply");
  expect(resourceLine("fr", row(), String).context).toContain("E-réputation · répondre aux avis");
  correctResource(facilitator, authorize(facilitator, "resource.edit", row()), { ...resourceSchema.parse(given), version: 1 });
  expect(row().subTheme).toBeNull();
  for (const subTheme of ["content.photo", "reputation.photo", "x"]) {
    expect(resourceSchema.safeParse({ ...given, subTheme }).success, subTheme).toBe(false);
  }
});
