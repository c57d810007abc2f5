import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { exportPeople } from "~/features/accounts/people-export.server";
import { exportPairs } from "~/features/duplicates/pairs-export.server";
import { exportLinks } from "~/features/resources/links-export.server";
import { exportReview } from "~/features/resources/review-export.server";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeSession } from "~/testing/factories/session";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { sheetsOf } from "~/testing/read-sheets";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (path: string) => new Request(`http://localhost${path}`);

const rowsOf = async (table: ExportedTable) => (await sheetsOf(table))[0]?.data.slice(1) ?? [];
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Camille Lartigue" });
  const director = makeMember(office.id, "director", { name: "Hélène Vasseur" });
  return { office, facilitator, director };
}

function makeLink(resource: { id: string }, given: { path: string; state: string; answer: string; movedTo?: string }): void {
  sqlite()
    .prepare(
      "INSERT INTO resource_links (resource_id, url, state, moved_to, answer, failures, checked_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      resource.id,
      `https://site.example/${given.path}`,
      given.state,
      given.movedTo ?? null,
      given.answer,
      given.state === "dead" ? 3 : 0,
      Date.parse("2026-11-22T23:30:00Z"),
    );
}

/** Two records of one name, where nothing tells them apart. */
function makePair(facilitator: Actor, office: ReturnType<typeof makeOrganisation>) {
  const kept = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeProvider(facilitator, office, { name: "Le Gîte des Pins" });
  makeSession(facilitator, office, { providers: [kept.id] });
}

describe("what the office mends and checks, as files", () => {
  it("holds the links to look at again, the dead first, with their answer and the office's day", async () => {
    const { facilitator, office } = setUp();
    const sheet = makeResource(facilitator, office, { title: "Répondre aux avis" });
    makeLink(sheet, { path: "neuf", state: "moved", answer: "200", movedTo: "https://site.example/ici" });
    makeLink(sheet, { path: "mort", state: "dead", answer: "404" });
    makeLink(sheet, { path: "bien", state: "alive", answer: "200" });
    const table = exportLinks(facilitator, asked("/resources/links/export.xlsx"));
    const sheets = await sheetsOf(table);
    expect(sheets.map(({ sheet: name }) => name)).toEqual(["Liens à revoir", "Définitions", "Filtres"]);
    const at = day("2026-11-23");
    const own = ["Répondre aux avis"];
    expect(sheets[0]?.data.slice(1)).toEqual([
      [...own, "https://site.example/mort", "Ne répond plus", expect.stringContaining("404"), null, at, 3, "Fiche de l’office"],
      [...own, "https://site.example/neuf", "A déménagé", null, "https://site.example/ici", at, 0, "Fiche de l’office"],
    ]);
    expect(table.total).toBe(2);
  });

  it("holds every link and resource of lists that are longer than their pages", async () => {
    const { facilitator, office } = setUp();
    const sheet = makeResource(facilitator, office, { reviewedOn: "2020-01-01" });
    for (let at = 0; at < 301; at++) makeLink(sheet, { path: `${at}`, state: "dead", answer: "410" });
    const { id, slug } = sheet;
    const copies = sqlite().prepare(
      `INSERT INTO resources (id, owner_id, slug, kind, title, theme, body, locale, state, reviewed_on, created_at)
       SELECT ?, owner_id, ?, kind, ?, theme, body, locale, state, reviewed_on, created_at FROM resources WHERE id = ?`,
    );
    for (let at = 0; at < 300; at++) copies.run(`${id}-${at}`, `${slug}-${at}`, `Copie ${at}`, id);
    const links = exportLinks(facilitator, asked("/"));
    const review = exportReview(facilitator, asked("/"));
    expect([links.total, review.total]).toEqual([301, 301]);
    expect(new Set((await rowsOf(links)).map((row) => row[1])).size).toBe(301);
    expect(new Set((await rowsOf(review)).map((row) => row[0])).size).toBe(301);
  });

  it("holds the resources to read again, why, and the days as days", async () => {
    const { facilitator, office } = setUp();
    makeResource(facilitator, office, { title: "Aides de 2026", expiresOn: "2026-10-01" });
    makeResource(facilitator, office, { title: "Le marché", reviewedOn: "2025-06-01" });
    makeResource(facilitator, office, { title: "Relue", reviewedOn: "2026-06-01" });
    const theme = expect.any(String);
    const written = day("2026-11-24");
    expect(await rowsOf(exportReview(facilitator, asked("/")))).toEqual([
      ["Aides de 2026", theme, "Date de fin passée", day("2026-10-01"), null, written],
      ["Le marché", theme, "Pas relue depuis un an", null, day("2025-06-01"), written],
    ]);
  });

  it("holds a row for each role held, under the office chosen, with its hours as a number", async () => {
    const { facilitator, director, office } = setUp();
    const branch = makeOrganisation();
    grantTo(director.userId, branch.id, "director");
    grantTo(facilitator.userId, branch.id, "facilitator");
    sqlite().prepare("UPDATE memberships SET hours_per_year = 800 WHERE user_id = ?").run(facilitator.userId);
    const actor = actorOf(director.userId);
    const all = exportPeople(actor, asked("/settings/people/export.xlsx"));
    expect(all.total).toBe(4);
    expect(await rowsOf(all)).toHaveLength(4);
    const rows = await rowsOf(exportPeople(actor, asked(`/settings/people/export.xlsx?office=${office.id}`)));
    expect(rows.map((row) => [row[0], row[2], row[7]])).toEqual([
      ["Camille Lartigue", "Animation numérique", 800],
      ["Hélène Vasseur", "Direction", null],
    ]);
    expect(rows[0]?.[4]).toBeInstanceOf(Date);
  });

  it("holds the pairs that look alike, both records side by side, and why", async () => {
    const { facilitator, office } = setUp();
    makePair(facilitator, office);
    const rows = await rowsOf(exportPairs(facilitator, asked("/")));
    expect(rows).toHaveLength(1);
    expect([rows[0]?.[0], rows[0]?.[4]].sort()).toEqual(["Gîte des Pins", "Le Gîte des Pins"]);
    expect([rows[0]?.[3], rows[0]?.[7]].filter((seen) => seen instanceof Date)).toHaveLength(1);
    expect(rows[0]?.[8]).toContain("même nom");
  });

  it("holds nothing of another office, and is for who reads the page", async () => {
    const { facilitator, director, office } = setUp();
    const sheet = makeResource(facilitator, office, { expiresOn: "2026-10-01" });
    makeLink(sheet, { path: "mort", state: "dead", answer: "404" });
    makePair(facilitator, office);
    const { userId } = makeMember(makeOrganisation().id, "facilitator");
    grantTo(userId, office.id, "colleague");
    for (const make of [exportLinks, exportReview, exportPairs]) {
      expect(await rowsOf(make(facilitator, asked("/")))).not.toEqual([]);
      expect(await rowsOf(make(actorOf(userId), asked("/")))).toEqual([]);
      for (const other of [makeMember(office.id, "colleague"), makeMember(office.id, "coordinator")])
        expect(() => make(other, asked("/"))).toThrow(ForbiddenError);
    }
    const elsewhere = makeMember(makeOrganisation().id, "director", { name: "Paul Derrien" });
    expect((await rowsOf(exportPeople(elsewhere, asked("/")))).map((row) => row[0])).toEqual(["Paul Derrien"]);
    expect(exportPeople(elsewhere, asked(`/?office=${office.id}`)).total).toBe(0);
    expect(await rowsOf(exportPeople(elsewhere, asked(`/?office=${office.id}`)))).toEqual([]);
    const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    for (const other of [facilitator, host]) expect(() => exportPeople(other, asked("/"))).toThrow(ForbiddenError);
    expect(() => exportPairs(director, asked("/"))).toThrow(ForbiddenError);
  });
});
