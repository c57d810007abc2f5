import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { exportPlans } from "~/features/action-plans/export.server";
import { exportResources } from "~/features/resources/export.server";
import { exportRegistrations, exportWorkshops } from "~/features/workshops/export.server";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import { type ExportedTable, streamTable } from "~/lib/exported-table.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (path: string) => new Request(`http://localhost${path}`);

async function bytesOf(table: ExportedTable, format: "csv" | "xlsx"): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of streamTable(table, format)) parts.push(part);
  return Buffer.concat(parts);
}
const textOf = async (table: ExportedTable) => (await bytesOf(table, "csv")).toString("utf8");

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeSession(facilitator, office, { providers: [gite.id], nextStep: "Répondre aux avis" });
  const workshop = makeWorkshop(facilitator, office, { title: "Photographier avec son téléphone" });
  makeRegistration(workshop, { name: "Odile Bardet", email: "odile@port.example" });
  return { office, facilitator, director, gite, workshop };
}

describe("other lists as files", () => {
  it("hold the plans, with real numbers, definitions and filters", async () => {
    const { director } = setUp();
    const sheets = await readXlsx(await bytesOf(exportPlans(director, asked("/plans/export.xlsx?who=all")), "xlsx"));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Plans d’action", "Définitions", "Filtres"]);
    expect(sheets[0]?.data[1]).toEqual(expect.arrayContaining(["Gîte des Pins", 1, 0, "Répondre aux avis"]));
    expect(JSON.stringify(sheets[2]?.data)).toContain("Tout l’office");
    expect(exportPlans(director, asked("/plans/export.xlsx?who=all")).total).toBe(1);
    expect(exportPlans(director, asked("/plans/export.xlsx?who=all&view=finished")).total).toBe(0);
    expect(sqlite().prepare("SELECT count(*) FROM audit_entries WHERE command = 'plan.export'").pluck().get()).toBe(1);
  });

  it("hold the programme without a name, and a workshop's registrations with how to reach them", async () => {
    const { director, workshop } = setUp();
    const programme = await textOf(exportWorkshops(director, asked("/workshops/export.csv")));
    expect(programme.startsWith("\ufeff")).toBe(true);
    expect(programme).toContain("Photographier avec son téléphone");
    expect(exportWorkshops(director, asked("/workshops/export.csv")).total).toBe(1);
    expect(exportRegistrations(director, workshop.id).total).toBe(1);
    expect(programme).not.toContain("Odile Bardet");
    const people = await textOf(exportRegistrations(director, workshop.id));
    expect(people).toContain("Odile Bardet");
    expect(people).toContain("odile@port.example");
  });

  it("hold nothing of another office, and are for facilitators and directors", async () => {
    const { office, gite, facilitator, workshop } = setUp();
    const stranger = makeMember(makeOrganisation().id, "director");
    expect(await textOf(exportPlans(stranger, asked("/plans/export.csv?who=all")))).not.toContain("Gîte des Pins");
    expect(await textOf(exportWorkshops(stranger, asked("/workshops/export.csv")))).not.toContain("Photographier");
    expect(() => exportRegistrations(stranger, workshop.id)).toThrow(NotFoundError);
    const others: Actor[] = [makeMember(office.id, "colleague"), makeProviderLogin(facilitator, gite)];
    for (const other of others) {
      for (const make of [exportPlans, exportWorkshops, exportResources])
        expect(() => make(other, asked("/"))).toThrow(ForbiddenError);
      expect(() => exportRegistrations(other, workshop.id)).toThrow(NotFoundError);
    }
  });

  it("hold the library's titles under its own filters", async () => {
    const { facilitator } = setUp();
    const text = await textOf(exportResources(facilitator, asked("/resources/export.csv")));
    expect(text.split("\r\n")[0]).toContain("Titre");
    const { total } = exportResources(facilitator, asked("/resources/export.csv"));
    expect(text.trim().split("\r\n")).toHaveLength(total + 1);
  });
});
