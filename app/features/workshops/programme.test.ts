import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeDraft, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { readPublicProgramme, readPublicWorkshop } from "./public-pages.server";
import { wrapWords } from "./share-image.model";
import { drawProgramme, drawWorkshop } from "./share-image.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const slugOf = (id: string) => String(sqlite().prepare("SELECT slug FROM organisations WHERE id = ?").pluck().get(id));

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const [office, other] = [makeOrganisation({ parentId: territory.id }), makeOrganisation({ parentId: territory.id })];
  const [actor, neighbour] = [makeMember(office.id, "facilitator"), makeMember(other.id, "facilitator")];
  const audience = "public" as const;
  const avis = makeWorkshop(actor, office, { title: "Répondre aux avis", audience, mainTheme: "reputation", level: "beginner" });
  const site = makeWorkshop(neighbour, other, { title: "Un site clair", audience, mainTheme: "website", level: "advanced" });
  sqlite().prepare("UPDATE workshops SET commune_name = 'Soulac-sur-Mer' WHERE id = ?").run(site.id);
  const own = makeWorkshop(actor, office, { title: "Entre nous", audience: "own" });
  const draft = makeDraft(actor, office, { title: "Un brouillon", audience });
  return { territory: slugOf(territory.id), office: slugOf(office.id), other: slugOf(other.id), actor, avis, site, own, draft };
}

describe("the public programme", () => {
  it("shows what is public of a territory and its offices, and what each filter leaves", () => {
    const { territory, office, other } = setUp();
    const titles = (slug: string, filter = {}) =>
      readPublicProgramme("fr", slug, { skip: 0, ...filter }).rows.map((row) => row.title);
    expect(titles(territory)).toEqual(["Répondre aux avis", "Un site clair"]);
    expect(titles(office)).toEqual(["Répondre aux avis"]);
    for (const [filter, left] of [
      [{ theme: "website" }, ["Un site clair"]],
      [{ level: "beginner" }, ["Répondre aux avis"]],
      [{ commune: "Soulac-sur-Mer" }, ["Un site clair"]],
      [{ office: other }, ["Un site clair"]],
      [{ theme: "website", level: "beginner" }, []],
    ] as const)
      expect(titles(territory, filter)).toEqual(left);
    const { choices, isFiltered } = readPublicProgramme("fr", territory, { theme: "website", skip: 0 });
    expect([choices.communes, isFiltered]).toEqual([["Soulac-sur-Mer"], true]);
  });

  it("describes each workshop to machines, without a link to join or a name", () => {
    const { office, avis, actor } = setUp();
    sqlite()
      .prepare("UPDATE workshops SET capacity = 8, place = 'online', video_url = 'https://visio.example/salle' WHERE id = ?")
      .run(avis.id);
    const { structured, image } = readPublicWorkshop("fr", office, avis.id);
    expect(structured).toMatchObject({
      "@type": "EducationEvent",
      name: "Répondre aux avis",
      startDate: "2026-12-10T13:00:00.000Z",
      endDate: "2026-12-10T15:00:00.000Z",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      isAccessibleForFree: true,
      maximumAttendeeCapacity: 8,
      remainingAttendeeCapacity: 8,
    });
    const name = String(sqlite().prepare("SELECT name FROM users WHERE id = ?").pluck().get(actor.userId));
    for (const hidden of ["visio.example", name]) expect(JSON.stringify(structured)).not.toContain(hidden);
    expect(image).toMatch(new RegExp(`^http.*/programme/${office}/${avis.id}/share\\.png$`));
    sqlite().prepare("UPDATE workshops SET state = 'cancelled' WHERE id = ?").run(avis.id);
    expect(readPublicWorkshop("fr", office, avis.id).structured.eventStatus).toBe("https://schema.org/EventCancelled");
  });
});

describe("the picture of a shared address", () => {
  it("is a PNG of the usual size, drawn once for the same words", async () => {
    const { territory, office, avis } = setUp();
    const first = await drawWorkshop("fr", office, avis.id);
    expect(await sharp(first.png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect((await drawWorkshop("fr", office, avis.id)).png).toBe(first.png);
    sqlite().prepare("UPDATE workshops SET title = 'Mieux <répondre> & vite' WHERE id = ?").run(avis.id);
    const second = await drawWorkshop("fr", office, avis.id);
    expect(second.etag).not.toBe(first.etag);
    const ink = await sharp(second.png).stats();
    expect(ink.channels[0]?.stdev).toBeGreaterThan(20);
    expect((await sharp((await drawProgramme("fr", territory)).png).metadata()).width).toBe(1200);
  });

  it("is there for nothing that is not public", () => {
    const { office, other, own, draft, avis } = setUp();
    for (const [slug, id] of [
      [office, own.id],
      [office, draft.id],
      [other, avis.id],
    ] as const)
      expect(() => drawWorkshop("fr", slug, id)).toThrow();
    expect(() => drawProgramme("fr", "nulle-part")).toThrow();
  });

  it("cuts a long title between words", () => {
    expect(wrapWords("Répondre aux avis de vos clients", 14, 2)).toEqual(["Répondre aux", "avis de vos …"]);
    expect(wrapWords("Court", 14, 2)).toEqual(["Court"]);
  });
});
