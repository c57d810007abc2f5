import readXlsx from "read-excel-file/node";
import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { correctCoachingSession, deleteCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeActivityReport, makeFinishedReport } from "~/testing/factories/activity-report";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeDifference } from "./difference.server";
import { makeDocument } from "./documents.server";
import { getReport } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office);
  const session = makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-03-02" });
  return { office, facilitator, director, gite, session };
}

it("asks why a session is logged, corrected or deleted in a finished report’s period, and nowhere else", () => {
  const { office, facilitator, director, gite, session } = setUp();
  makeActivityReport(director, office);
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-04-02" });
  makeFinishedReport(director, office);
  const log = (given: Parameters<typeof sessionInput>[0]) => makeSession(facilitator, office, { providers: [gite.id], ...given });
  expect(() => log({ heldOn: "2025-06-02" })).toThrow(RuleError);
  log({ heldOn: "2026-06-02" });
  log({ heldOn: "2025-06-02", reportReason: "Retrouvée dans le carnet" });
  const saved = () => getCoachingSession(facilitator, session, "coaching.correct");
  const own = () => authorize(facilitator, "coaching.correct", saved());
  const moved = { ...sessionInput({ providers: [gite.id], heldOn: "2026-03-02" }), id: session, version: 1 };
  expect(() => correctCoachingSession(facilitator, own(), moved)).toThrow(RuleError);
  const mine = authorize(facilitator, "coaching.delete", getCoachingSession(facilitator, session));
  expect(() => deleteCoachingSession(facilitator, mine)).toThrow(RuleError);
});

it("marks the report with what moved and why, its own figures kept", async () => {
  const { office, facilitator, director, gite } = setUp();
  const report = () => getReport(director, id);
  const id = makeFinishedReport(director, office);
  expect(describeDifference(director, report())).toBeNull();
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-06-02", reportReason: "Retrouvée dans le carnet" });
  expect(report().figures.values.sessions?.value).toBe(1);
  const difference = describeDifference(director, report());
  expect(difference?.table.rows).toContainEqual(["Séances", "1", "2", "+\u00a01"]);
  // Hours to the tenth: 1 h and 2 h in whole hours might tell a change of half of it.
  expect(difference?.table.rows).toContainEqual(["Temps avec les prestataires", "1\u00a0h", "2\u00a0h", "+\u00a01\u00a0h"]);
  const { bytes } = await makeDocument(director, id, { format: "xlsx", audience: "office" });
  const sheet = (await readXlsx(bytes)).find((one) => one.sheet === "Corrigé depuis");
  expect(sheet?.data).toContainEqual(["Séances", 1, 2, 1, "nombre"]);
  expect(difference?.reasons[0]?.text).toBe("2 juin 2025 · séance ajoutée · Anaïs Berthou\u00a0: Retrouvée dans le carnet");
});
