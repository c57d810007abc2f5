import { existsSync, readFileSync } from "node:fs";
import readXlsxFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { runJobs } from "~/testing/factories/table-import";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { answerExport, askForExport } from "./commands.server";
import { directRows } from "./model";
import { describeExport } from "./page.server";
import { type ExportPayload, getExport } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeSession(facilitator, office, { providers: [gite.id] });

  const asked = { userId: facilitator.userId, list: "coaching" as const, format: "xlsx" as const, name: "seances.xlsx" };
  return { office, facilitator, asked: { ...asked, url: "http://localhost/coaching/export.xlsx", total: 30_000, done: 0 } };
}

it("prepares a file in the background, for the one who asked, and removes it after", async () => {
  const { office, facilitator, asked } = setUp();
  const id = askForExport(facilitator, asked);
  expect(askForExport(facilitator, asked)).toBe(id);
  expect(describeExport(facilitator, id)).toMatchObject({ part: 0, back: "/coaching" });
  expect(describeExport(facilitator, id).text).toMatch(/^0 lignes sur 30.000$/);
  await runJobs();
  const { path, bytes } = getExport(facilitator, id);
  expect(bytes).toBeGreaterThan(1000);
  const [sessions] = await readXlsxFile(readFileSync(path));
  expect(sessions?.data[1]).toContain("Gîte des Pins");
  expect(describeExport(facilitator, id).text).toContain("1 ligne");
  expect(() => getExport(makeMember(office.id, "director"), id)).toThrow(NotFoundError);
  // Nor for the one who asked, once they no longer work there.
  expect(() => getExport({ ...facilitator, memberships: [] }, id)).toThrow(NotFoundError);
  sqlite().prepare("UPDATE jobs SET run_at = 0 WHERE kind = 'export.remove'").run();
  await runJobs();
  expect(existsSync(path)).toBe(false);
  expect(describeExport(facilitator, id)).not.toHaveProperty("to");
});

it("writes with the rights that its reader has when it is written", async () => {
  const { facilitator, asked } = setUp();
  const id = askForExport(facilitator, asked);
  sqlite().prepare("UPDATE users SET suspended_at = 1 WHERE id = ?").run(facilitator.userId);
  await runJobs();
  expect(getExport(facilitator, id).bytes).toBeUndefined();
});

it("sends a short list at once, and a long one to its page", () => {
  const { facilitator } = setUp();
  const request = new Request("http://localhost/coaching/export.csv");
  const table = { name: "a", note: () => undefined, csv: () => ({ head: ["x"], rows: none() }), sheets: () => [] };
  const short = answerExport(facilitator, { ...table, total: directRows }, { list: "coaching", format: "csv", request });
  expect(short.headers.get("Content-Disposition")).toContain("a.csv");
  const long = answerExport(facilitator, { ...table, total: directRows + 1 }, { list: "coaching", format: "csv", request });
  expect([long.status, long.headers.get("Location")]).toEqual([302, expect.stringMatching(/^\/exports\/[0-9a-f-]{36}$/)]);
});

it("prepares any list in the background, a workshop's registrations by their address", async () => {
  const { office, facilitator } = setUp();
  const workshop = makeWorkshop(facilitator, office, { title: "Photographier" });
  makeRegistration(workshop, { name: "Odile Bardet" });
  const ask = (list: ExportPayload["list"], path: string) =>
    askForExport(facilitator, {
      ...{ userId: facilitator.userId, list, format: "csv", name: "a.csv", total: 30_000, done: 0 },
      url: `http://localhost${path}`,
    });
  const asked = [
    ask("plans", "/plans/export.csv"),
    ask("workshops", "/workshops/export.csv?theme=website"),
    ask("registrations", `/workshops/${workshop.id}/registrations.csv`),
    ask("resources", "/resources/export.csv"),
    ask("figureRows", "/dashboard/counted/export.csv?set=used"),
    ask("goals", "/dashboard/goals/export.csv"),
  ];
  await runJobs();
  const [plans, workshops, people, resources, counted, goals] = asked.map((id) => {
    const { path } = getExport(facilitator, id);
    return { text: readFileSync(path, "utf8"), back: describeExport(facilitator, id).back };
  });
  expect([plans?.back, workshops?.back, resources?.back]).toEqual(["/plans", "/workshops?theme=website", "/resources"]);
  expect([counted?.back, goals?.back]).toEqual(["/dashboard/counted?set=used", "/dashboard/goals"]);
  expect(counted?.text).toContain("Gîte des Pins");
  expect(people?.back).toBe(`/workshops/${workshop.id}`);
  expect(people?.text).toContain("Odile Bardet");
});

async function* none(): AsyncGenerator<string[]> {}
