import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { exportDashboardXlsx } from "~/features/dashboards/export.server";
import { exportNetworkXlsx } from "~/features/dashboards/export-network.server";
import { rowLists } from "~/features/dashboards/form";
import { textsOf } from "~/i18n/translate";
import type { ExportedTable } from "~/lib/exported-table.server";
import { locales } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeWorkshop } from "~/testing/factories/workshop";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { listFiles } from "./list-jobs.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** What spreadsheets take of a sheet's name; beyond it, a writer has cut. */
const longest = 31;

/** Whoever may take every list away, in an office with a session of each kind and a workshop. */
function setUp() {
  const pays = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: pays.id });
  makeOrganisation({ parentId: pays.id });
  const { userId } = makeMember(office.id, "facilitator");
  for (const role of ["director", "administrator"] as const) grantTo(userId, office.id, role);
  const actor = actorOf(userId);
  const provider = makeProvider(actor, office);
  makeSession(actor, office, { providers: [provider.id], theme: "website", nextStep: "Répondre aux avis" });
  return { actor, coordinator: makeMember(pays.id, "coordinator"), workshop: makeWorkshop(actor, office) };
}

const namesOf = (sheets: Iterable<{ name: string }>) => [...sheets].map(({ name }) => name);

describe.each(locales)("the sheets of a workbook in %s", (locale) => {
  it("are each named whole, and apart, on every list", async () => {
    const { actor, workshop } = setUp();
    const reader = { ...actor, locale };
    const open = async (list: keyof typeof listFiles, path: string): Promise<ExportedTable> =>
      await listFiles[list](reader, new Request(`http://localhost${path}`));
    const lists = Object.keys(listFiles).filter((list) => list !== "registrations" && list !== "figureRows");
    const tables = [
      ...lists.map((list) => open(list as keyof typeof listFiles, "/")),
      open("registrations", `/workshops/${workshop.id}/registrations.xlsx`),
      ...rowLists.map((list) => open("figureRows", `/dashboard/${list}/export.xlsx`)),
    ];
    for (const table of await Promise.all(tables)) expectWhole(namesOf(table.sheets()));
  });

  it("are each named whole, and apart, on the dashboards", async () => {
    const { actor, coordinator } = setUp();
    const office = await readXlsx(await exportDashboardXlsx({ ...actor, locale }, {}));
    const above = await readXlsx(await exportDashboardXlsx({ ...coordinator, locale }, {}));
    const network = await readXlsx(await exportNetworkXlsx({ ...coordinator, locale }, { page: 0 }));
    expect([office.length, above.length, network.length]).toEqual([13, 10, 6]);
    for (const book of [office, above, network]) expectWhole(book.map(({ sheet }) => sheet));
  });

  it("have short names where a report's list is told at length", () => {
    expectWhole(Object.values(textsOf(locale, "sheets").sheets.reports));
  });
});

/** A name that was cut is as long as a name can be. */
function expectWhole(names: readonly string[]): void {
  expect(names.filter((name) => name.length >= longest)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
}
