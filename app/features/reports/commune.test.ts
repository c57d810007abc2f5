import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { makeCommuneArchive, makeCommuneSheet } from "./commune-files.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const themes = ["website", "reputation", "social", "selling", "visibility", "content", "legal"] as const;
const query = { period: "custom", from: "2026-01-01", to: "2026-11-24" } as const;
const soulac = "33514";
const talais = "33521";

/** Twelve providers of two kinds in one commune, seven of them met; three in another, all met. */
function setUp() {
  sqlite()
    .prepare("INSERT OR IGNORE INTO communes (insee_code, name, search_text, departement) VALUES (?, ?, '', '33')")
    .run(soulac, "Soulac-sur-Mer");
  sqlite()
    .prepare("INSERT OR IGNORE INTO communes (insee_code, name, search_text, departement) VALUES (?, ?, '', '33')")
    .run(talais, "Talais");
  const office = makeOrganisation({ name: "Office des Pertuis" });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const add = (name: string, inseeCode: string) => place(makeProvider(facilitator, office, { name }), inseeCode);
  const first = Array.from({ length: 12 }, (_, nth) => add(`Gîte numéro ${nth}`, soulac));
  const second = ["Hôtel du Phare", "Camping des Pins", "Cave du Port"].map((name) => add(name, talais));
  const met = [...first.slice(0, 7), ...second];
  for (const [nth, provider] of met.entries())
    makeSession(facilitator, office, {
      providers: [provider.id],
      theme: themes[nth % themes.length],
      heldOn: "2026-03-02",
      duration: 90,
    });
  return { office, facilitator, director };
}

function place(provider: { id: string }, inseeCode: string) {
  sqlite().prepare("UPDATE providers SET insee_code = ? WHERE id = ?").run(inseeCode, provider.id);
  return provider;
}

const read = async (actor: Actor, inseeCode: string) => readPdf((await makeCommuneSheet(actor, query, inseeCode)).bytes);

describe("a commune's sheet", () => {
  it("is one tagged A4 of what was done there, naming nobody", async () => {
    const { director } = setUp();
    const { pages, text, isTagged, roles } = await read(director, soulac);
    expect({ pages: pages.length, isTagged }).toEqual({ pages: 1, isTagged: true });
    expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "Table", "TH", "TD", "Figure"]));
    for (const words of [
      "Soulac-sur-Mer",
      "Office des Pertuis",
      "7 prestataires du tourisme accompagnés sur 12 connus",
      "10,5",
      "E-réputation",
      "Autres thèmes",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Gîte numéro|Anaïs/);
  });

  it("gives no number of one to four providers", async () => {
    const { director } = setUp();
    const { text, pages } = await read(director, talais);
    expect(text).toContain("Moins de 5 prestataires du tourisme sont connus à Talais");
    expect(text).not.toMatch(/\b3 prestataires|sur 3\b|Hôtel du Phare/);
    expect(pages).toHaveLength(1);
  });

  it("leaves for all communes in one archive", async () => {
    const { facilitator } = setUp();
    const { name, body } = makeCommuneArchive(facilitator, query);
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const files = unzipSync(Buffer.concat(parts));
    expect(name).toBe("Fiches des communes.zip");
    expect(Object.keys(files)).toEqual(["Soulac-sur-Mer.pdf", "Talais.pdf"]);
    const { text } = await readPdf(Buffer.from(files["Soulac-sur-Mer.pdf"] ?? []));
    expect(text).toContain("7 prestataires");
  });

  it("is not made of another office, nor for a commune where nobody is known", async () => {
    const { office, director } = setUp();
    const stranger = makeMember(makeOrganisation().id, "director");
    await expect(makeCommuneSheet(stranger, { ...query, office: office.id }, soulac)).rejects.toThrow(NotFoundError);
    await expect(makeCommuneSheet(stranger, query, soulac)).rejects.toThrow(NotFoundError);
    await expect(makeCommuneSheet(director, query, "00000")).rejects.toThrow(NotFoundError);
  });
});
