import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { listSessionRows } from "~/features/figures/session-rows.queries.server";
import { listEvidenceSessions } from "~/features/reports/evidence.queries.server";
import { openTestDatabase } from "~/testing/database";
import { makeContact } from "~/testing/factories/record";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { db } from "./client.server";
import { coachingSessions } from "./schema/coaching.server";
import { sessionNames } from "./session-names.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("names each who was expected once, colleagues and offices too, wherever a session is named", () => {
  const office = makeOrganisation({ name: "Office du Phare" });
  const facilitator = makeMember(office.id, "facilitator");
  const colleague = makeMember(office.id, "colleague", { name: "Yanis Prévost" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const aline = makeContact(facilitator, gite);
  makeSession(facilitator, office, {
    participants: [
      { providerId: gite.id, contacts: [aline.id], others: "Paul, Jeanne", presence: "present" },
      { userId: colleague.userId, presence: "present" },
      { organisationId: office.id, presence: "present" },
      { name: "Porteur d’un projet", presence: "present" },
    ],
  });
  const row = db()
    .select({ names: sql<string>`(SELECT json_group_array(name) FROM ${sessionNames()})` })
    .from(coachingSessions)
    .get();
  const names = ["Gîte des Pins", "Office du Phare", "Porteur d’un projet", "Yanis Prévost"];
  expect(JSON.parse(row?.names ?? "")).toEqual(names);
  const year = { from: "2026-01-01", to: "2026-12-31" };
  expect(listSessionRows(facilitator, { ...year, set: "used" }).rows.map((one) => one.who)).toEqual([names]);
  expect(listEvidenceSessions(office.id, year, { themes: undefined }).map((one) => one.who)).toEqual(["Gîte des Pins"]);
});
