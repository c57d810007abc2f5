import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { askForExport } from "~/features/exports/commands.server";
import { describeExport } from "~/features/exports/page.server";
import { type ExportPayload, getExport } from "~/features/exports/queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeContact } from "~/testing/factories/record";
import { makeSession } from "~/testing/factories/session";
import { runJobs } from "~/testing/factories/table-import";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { requestSchema } from "./model";
import { answerRequest, askAboutData } from "./requests.commands.server";
import { getRequest } from "./requests.queries.server";
import { purgeExpired } from "./retention.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const addresses = { coaching: "/coaching/export.csv", providers: "/providers/export.csv", resources: "/resources/export.csv" };

function ask(actor: Actor, list: ExportPayload["list"], path: string): string {
  const asked = { userId: actor.userId, list, format: "csv", name: `${list}.csv`, total: 30_000, done: 0 } as const;
  return askForExport(actor, { ...asked, url: `http://localhost${path}` });
}

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: territory.id });
  const coordinator = makeMember(territory.id, "coordinator");
  const neighbour = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const stranger = makeMember(neighbour.id, "facilitator");
  const mill = makeProvider(facilitator, office, { name: "Moulin Quarrel" });
  makeContact(facilitator, mill, { name: "Zénobie Quarrel" });
  makeSession(facilitator, office, { providers: [mill.id] });
  return { neighbour, facilitator, director, coordinator, stranger, mill };
}

function erase(facilitator: Actor, mill: { id: string; ownerId: string }): void {
  const host = makeProviderLogin(facilitator, mill);
  const asked = authorize(host, "ownData.ask", getProvider(host, mill.id));
  const { id } = askAboutData(host, asked, requestSchema.parse({ id: newId(), kind: "erasure", text: "" }));
  answerRequest(facilitator, authorize(facilitator, "ownData.answer", getRequest(facilitator, id)), {
    answer: "erase",
    reply: "",
  });
}

it("takes the prepared lists of the office away at once, and tells whoever asked for them", async () => {
  const { facilitator, director, coordinator, stranger, mill } = setUp();
  const sessions = ask(facilitator, "coaching", addresses.coaching);
  const theirs = ask(director, "providers", addresses.providers);
  const library = ask(facilitator, "resources", addresses.resources);
  const elsewhere = ask(stranger, "coaching", addresses.coaching);
  await runJobs();
  const { path } = getExport(facilitator, sessions);
  expect(readFileSync(path, "utf8")).toContain("Moulin Quarrel");
  const above = ask(coordinator, "figureRows", "/dashboard/counted");
  sqlite().prepare("UPDATE jobs SET state = 'done' WHERE id = ?").run(above);
  erase(facilitator, mill);
  expect(getExport(coordinator, above).isWithdrawn).toBe(true);
  expect([existsSync(path), getExport(facilitator, sessions).bytes]).toEqual([false, undefined]);
  expect(describeExport(facilitator, sessions)).toMatchObject({ text: expect.stringMatching(/^Ce fichier est retiré/) });
  expect(getExport(director, theirs).bytes).toBeUndefined();
  for (const [actor, id] of [
    [facilitator, library],
    [stranger, elsewhere],
  ] as const)
    expect(getExport(actor, id)).toMatchObject({ isWithdrawn: false, bytes: expect.any(Number) });
});

it("writes what still waits without them, and drops what was being written", async () => {
  const { facilitator, mill } = setUp();
  const running = ask(facilitator, "providers", addresses.providers);
  sqlite().prepare("UPDATE jobs SET state = 'running', lease_until = 0 WHERE id = ?").run(running);
  const waiting = ask(facilitator, "coaching", addresses.coaching);
  erase(facilitator, mill);
  await runJobs();
  expect(getExport(facilitator, running)).toMatchObject({ state: "done", isWithdrawn: true, bytes: undefined });
  expect(existsSync(getExport(facilitator, running).path)).toBe(false);
  const { path } = getExport(facilitator, waiting);
  expect(readFileSync(path, "utf8")).toContain("Prestataire effacé");
  expect(readFileSync(path, "utf8")).not.toContain("Quarrel");
});

it("goes for those forgotten with time, and for the list of another office's workshop", async () => {
  const { facilitator, stranger, neighbour, mill } = setUp();
  const workshop = makeWorkshop(stranger, neighbour, { audience: "public" });
  const seat = makeRegistration(workshop, { name: "Zénobie Quarrel" });
  sqlite().prepare("UPDATE workshop_registrations SET provider_id = ? WHERE id = ?").run(mill.id, seat.id);
  const people = ask(stranger, "registrations", `/workshops/${workshop.id}/registrations.csv`);
  const sessions = ask(facilitator, "coaching", addresses.coaching);
  await runJobs();
  sqlite().exec(
    "UPDATE providers SET last_support_on = '2020-01-01', created_at = 0; UPDATE workshops SET held_on = '2020-01-01'",
  );
  expect(purgeExpired()).toEqual({ purged: 1 });
  expect([getExport(stranger, people).isWithdrawn, getExport(facilitator, sessions).isWithdrawn]).toEqual([true, true]);
});
