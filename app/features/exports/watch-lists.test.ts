import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { invitePerson } from "~/features/accounts/invitations.commands.server";
import { listInvitations } from "~/features/accounts/invitations.queries.server";
import { exportInvitations } from "~/features/accounts/invitations-export.server";
import { exportFeeds } from "~/features/resources/feeds-export.server";
import { exportLetters } from "~/features/resources/letters-export.server";
import { exportProposals } from "~/features/resources/proposals-export.server";
import { followFeed } from "~/features/resources/watch.commands.server";
import { setClock } from "~/lib/clock";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeLetter } from "~/testing/factories/resource";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { sheetsOf } from "~/testing/read-sheets";

const start = "2026-11-24T10:00:00Z";
openTestDatabase({ at: start });

const asked = () => new Request("http://localhost/export.xlsx");
const rowsOf = async (table: ExportedTable) => (await sheetsOf(table))[0]?.data.slice(1) ?? [];
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

function setUp() {
  const office = makeOrganisation({ name: "Office du Bazadais" });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const feedId = newId();
  const feed = { id: feedId, url: `https://veille.example/${feedId}`, title: "Observatoire", theme: "visibility" as const };
  followFeed(facilitator, authorize(facilitator, "watch.keep", office), feed);
  const propose = (title: string, state = "proposed") =>
    sqlite()
      .prepare(
        `INSERT INTO watch_items (id, owner_id, feed_id, external_id, url, title, summary, theme, for_kinds, state, published_on, created_at)
         VALUES (?, ?, ?, ?, ?, ?, 'En bref', 'visibility', '[]', ?, '2026-11-20', 1)`,
      )
      .run(newId(), office.id, feedId, title, `https://veille.example/${title}`, title, state);
  return { office, facilitator, director, feed, propose };
}

type World = ReturnType<typeof setUp>;
const invite = ({ director, office }: World, name: string) =>
  invitePerson(director, [authorize(director, "organisation.invite", office)], {
    id: newId(),
    name,
    email: `${newId()}@office.example`,
    roles: ["facilitator"],
    organisationIds: [office.id],
  });

describe("the watch behind the page, as files", () => {
  it("holds what waits to be sorted, with the feed that says it, and not what is kept or left", async () => {
    const { facilitator, propose } = setUp();
    propose("Une carte à jour");
    propose("Déjà lue", "kept");
    propose("Sans intérêt", "left");
    const sheets = await sheetsOf(exportProposals(facilitator, asked()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Nouvelles à trier", "Définitions", "Filtres"]);
    expect(sheets[0]?.data.slice(1)).toEqual([
      [
        day("2026-11-20"),
        "Une carte à jour",
        "Observatoire",
        expect.any(String),
        "En bref",
        "https://veille.example/Une carte à jour",
      ],
    ]);
  });

  it("holds every one of a list that is longer than its page", async () => {
    const { facilitator, propose } = setUp();
    for (let at = 0; at < 65; at++) propose(`n${at}`);
    const table = exportProposals(facilitator, asked());
    expect(table.total).toBe(65);
    expect(new Set((await rowsOf(table)).map((row) => row[1])).size).toBe(65);
  });

  it("holds the feeds followed, when each was read or why it was not", async () => {
    const { facilitator, feed } = setUp();
    sqlite().prepare("UPDATE watch_feeds SET error = 'gone', failures = 2 WHERE id = ?").run(feed.id);
    expect(await rowsOf(exportFeeds(facilitator, asked()))).toEqual([
      ["Observatoire", feed.url, expect.any(String), day("2026-11-24"), null, "Cette adresse n’existe plus.", 2],
    ]);
    sqlite().prepare("UPDATE watch_feeds SET ended_at = 1 WHERE id = ?").run(feed.id);
    expect(exportFeeds(facilitator, asked()).total).toBe(0);
  });

  it("holds the letters, for whom, and what their mails became", async () => {
    const { facilitator, office } = setUp();
    makeLetter(facilitator, office, { forKind: "camping" });
    expect(await rowsOf(exportLetters(facilitator, asked()))).toEqual([
      ["Nos nouvelles du printemps", "Camping", day("2026-11-24"), null, 1, 0, 0, 0, 0, 0],
    ]);
  });

  it("is for whoever keeps the watch, and holds nothing of another office", async () => {
    const { facilitator, director, office, propose } = setUp();
    propose("Une carte à jour");
    makeLetter(facilitator, office);
    const { userId } = makeMember(makeOrganisation().id, "facilitator");
    grantTo(userId, office.id, "colleague");
    const others = [director, makeMember(office.id, "colleague"), makeMember(office.id, "coordinator")];
    const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    for (const make of [exportProposals, exportFeeds, exportLetters]) {
      expect(await rowsOf(make(facilitator, asked()))).toHaveLength(1);
      expect(await rowsOf(make(actorOf(userId), asked()))).toEqual([]);
      expect(make(actorOf(userId), asked()).total).toBe(0);
      for (const other of [...others, host]) expect(() => make(other, asked())).toThrow(ForbiddenError);
    }
  });
});

describe("the invitations that nobody has answered, as a file", () => {
  it("holds whom, for what and until when, the expired said so", async () => {
    const world = setUp();
    invite(world, "Noé Castaing");
    setClock(() => Date.parse("2026-12-15T10:00:00Z"));
    invite(world, "Rose Duprat");
    const rows = await rowsOf(exportInvitations(world.director, asked()));
    setClock(() => Date.parse(start));
    expect(rows.map(([name, _email, ...rest]) => [name, ...rest])).toEqual([
      ["Noé Castaing", "Animation numérique, Office du Bazadais", day("2026-11-24"), day("2026-12-08"), "Expirée"],
      ["Rose Duprat", "Animation numérique, Office du Bazadais", day("2026-12-15"), day("2026-12-29"), "En attente"],
    ]);
  });

  it("holds every one, and is for whoever invites there", async () => {
    const world = setUp();
    for (let at = 0; at < 101; at++) invite(world, `N${at}`);
    const table = exportInvitations(world.director, asked());
    expect(table.total).toBe(101);
    expect(new Set((await rowsOf(table)).map(([name]) => name)).size).toBe(101);
    expect(listInvitations(world.director)).toHaveLength(100);
    expect(exportInvitations(setUp().director, asked()).total).toBe(0);
    expect(() => exportInvitations(world.facilitator, asked())).toThrow(ForbiddenError);
  });
});
