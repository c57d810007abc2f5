import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { exportProvider } from "~/features/own-data/export.queries.server";
import type { Need } from "~/features/workshops/need.form";
import { listCandidates } from "~/features/workshops/need.queries.server";
import { NotFoundError } from "~/lib/errors";
import { streamTable } from "~/lib/exported-table.server";
import { openTestDatabase } from "~/testing/database";
import { makePooledSession, makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { exportSessions } from "./export.server";
import { readLogPage } from "./log-page.server";
import { getCoachingSession } from "./queries.server";
import { readSharedPage } from "./shared-page.server";
import { listTimeline } from "./timeline.queries.server";
import { timelineLine } from "./timeline.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** What the holder's people must never tell the guest office. */
const secrets = { note: "Dit aux siens.", privateNote: "Vend sans doute l’an prochain." };
const holders = { participants: [{ name: "Odile Fontanel", presence: "present" as const }] };

function setUp() {
  const [office, other] = [makeOrganisation(), makeOrganisation()];
  const [facilitator, neighbour] = [makeMember(office.id, "facilitator"), makeMember(other.id, "facilitator")];
  const provider = makeProvider(neighbour, other);
  const guest = { organisationId: other.id, providerId: provider.id };
  const given = { ...secrets, ...holders, headCount: 3, heldOn: "2026-10-05", theme: "reputation" as const };
  const session = makePooledSession({ by: facilitator, holder: office, guest, given });
  return { office, other, facilitator, neighbour, provider, session };
}

const page = (actor: Actor, query = "") => readLogPage(actor, new Request(`http://localhost/coaching${query}`));

it("a session that another office held stands in the log of the guest office, with its own part", () => {
  const { office, neighbour, facilitator, session, provider } = setUp();
  const mine = page(neighbour);
  expect(mine.rows).toMatchObject([
    { to: `/coaching/shared/${session}`, who: "Avis à deux offices", day: "5 oct. 2026", facilitator: "" },
  ]);
  expect(mine.rows[0]?.duration).toBe("45\u00a0min");
  expect(mine.rows[0]?.about).toBe(`tenue par ${office.name}\u202f; participations\u00a0: 2 sur 4`);
  expect(mine.totals.join(" ").replaceAll("\u00a0", " ")).toContain(
    "Aucune séance · 2 participations · 1 prestataire accompagné · 45 min",
  );
  expect(mine.totals.join(" ").replaceAll("\u00a0", " ")).toContain(
    "Dont, dans 1 séance tenue par un autre office : 2 participations, 45 min",
  );
  const rows = (query: string) => page(neighbour, query).rows.length;
  const narrowed = ["?held=own", "?held=elsewhere", `?provider=${provider.id}`, "?who=rien", "?theme=website", "?incomplete=1"];
  expect(narrowed.map(rows)).toEqual([0, 1, 1, 0, 0, 0]);
  expect(page(facilitator).rows).toMatchObject([
    { to: `/coaching/${session}`, about: "mutualisée, participations\u00a0: 2 sur 4" },
  ]);
  expect(page(setUp().facilitator, "?held=elsewhere").rows).toEqual([]);
});

it("has a page of its own there: its people by name, never a note nor anybody else", async () => {
  const { office, other, neighbour, facilitator, session, provider } = setUp();
  const shown = readSharedPage(neighbour, session);
  expect(shown).toMatchObject({ title: "Avis à deux offices", heldBy: `Tenue par ${office.name}` });
  expect(shown.shares).toMatchObject([{ office: other.name, unnamed: "1 personne sans fiche chez vous" }]);
  expect(shown.shares[0]?.people).toMatchObject([{ name: provider.name, to: `/providers/${provider.id}` }]);
  const parts: Uint8Array[] = [];
  const table = await exportSessions(neighbour, new Request("http://localhost/coaching/export.csv"));
  for await (const part of streamTable(table, "csv")) parts.push(part);
  const csv = Buffer.concat(parts).toString("utf8");
  expect(csv).toContain(provider.name);
  const timeline = listTimeline(neighbour, provider.id, undefined).entries;
  const told = [
    shown,
    page(neighbour),
    csv,
    timeline,
    exportProvider(neighbour, provider.id, { reviewedAt: Number.POSITIVE_INFINITY }),
  ];
  for (const one of told)
    for (const secret of [secrets.note, secrets.privateNote, "Odile", facilitator.name])
      expect(JSON.stringify(one)).not.toContain(secret);
  expect(() => getCoachingSession(neighbour, session)).toThrow(NotFoundError);
  for (const stranger of [setUp().neighbour, makeMember(other.id, "colleague"), facilitator])
    expect(() => readSharedPage(stranger, session)).toThrow(NotFoundError);
});

it("is a line of the provider's timeline, and known to invitations by need", () => {
  const { office, other, neighbour, session, provider } = setUp();
  const [line] = listTimeline(neighbour, provider.id, undefined)
    .entries.map((entry) => timelineLine("fr", "Europe/Paris", entry))
    .slice(-1);
  expect(line).toMatchObject({ kind: "session", title: "Avis à deux offices", to: `/coaching/shared/${session}` });
  expect(line?.context).toContain(`Tenue par ${office.name}`);
  const never = makeProvider(neighbour, other);
  const old = makeProvider(neighbour, other);
  makeSession(neighbour, other, { providers: [old.id], heldOn: "2025-10-05" });
  const found = (need: Need) => listCandidates({ id: other.id, zone: other.zone }, "", need).map((row) => row.id);
  expect(found({ seen: "never" })).toEqual([never.id]);
  expect(found({ seen: "6" })).toEqual([old.id]);
  expect(found({ theme: "reputation", by: "sessions" })).toEqual([provider.id]);
  expect(found({ theme: "reputation", level: "intermediate" })).toEqual([provider.id]);
  expect(found({ theme: "reputation", level: "beginner" }).sort()).toEqual([never.id, old.id].sort());
});
