import { eq, sum } from "drizzle-orm";
import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { db, sqlite } from "~/db/client.server";
import { monthSummaries } from "~/db/schema/figures.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { checkFigures } from "./rebuild.server";
import { changeSettings } from "./settings.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("counts short advices anew when their limit moves, for that office alone", () => {
  const offices = [makeOrganisation(), makeOrganisation()].map((office) => {
    const facilitator = makeMember(office.id, "facilitator");
    const provider = makeProvider(facilitator, office);
    for (const duration of [10, 25, 90]) makeSession(facilitator, office, { providers: [provider.id], duration });
    return office;
  });
  const counts = () =>
    offices.map(({ id }) => {
      const total = { count: sum(monthSummaries.shortAdvices).mapWith(Number) };
      return db().select(total).from(monthSummaries).where(eq(monthSummaries.ownerId, id)).get()?.count;
    });
  expect(counts()).toEqual([1, 1]);
  const director = makeMember(offices[0]?.id ?? "", "director");
  const office = authorize(director, "organisation.settings", getSettings(director, null));
  const typed = { name: "Office", zone: "Europe/Paris" as const, defaultDurations: [], seasonWeeks: [] };
  changeSettings(director, office, { ...typed, version: 1, shortAdviceMinutes: 30 });
  expect(counts()).toEqual([2, 1]);
  expect(checkFigures(sqlite())).toEqual([]);
});
