import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { sheetsOf } from "~/testing/read-sheets";
import { exportWorkload } from "./workload-export.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (query = "") => new Request(`http://localhost/agenda/workload/export.xlsx${query}`);

it("gives a person's year week by week, in hours, for the office's own people alone", async () => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director");
  sqlite().prepare("UPDATE memberships SET hours_per_year = 365 WHERE user_id = ?").run(facilitator.userId);
  const spent = { heldOn: "2026-11-17", duration: 90, preparation: 30 };
  makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id], ...spent });
  const table = exportWorkload(director, asked(`?person=${facilitator.userId}&year=2026`));
  const [weeks, , filters] = await sheetsOf(table);
  expect(table.total).toBe(weeks ? weeks.data.length - 1 : 0);
  const days = [new Date("2026-11-16T00:00:00Z"), new Date("2026-11-22T00:00:00Z")];
  expect(weeks?.data.find(([week]) => week === 47)).toEqual([47, ...days, 7, 1.5, 0.5, 0, 0, 0, 2, "Non"]);
  expect(JSON.stringify(filters?.data)).toContain("Anaïs Berthou");
  for (const role of ["colleague", "administrator"] as const)
    expect(() => exportWorkload(makeMember(office.id, role), asked())).toThrow();
});
