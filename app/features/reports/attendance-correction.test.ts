import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { closeWorkshop, recordAttendance } from "~/features/workshops/attendance.commands.server";
import { openWorkshop } from "~/features/workshops/commands.server";
import { setClock } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { describeDifference } from "./difference.server";
import { getReport } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("asks why an attendance is corrected in a finished report’s period, not why it is saved again", () => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director");
  const workshop = makeWorkshop(facilitator, office);
  const [odile, remi] = [makeRegistration(workshop), makeRegistration(workshop)];
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(facilitator, "workshop.hold", workshop);
  const record = (remiCame: "present" | "absent", reportReason?: string) => {
    const presences = { [odile.id]: "present", [remi.id]: remiCame };
    recordAttendance(facilitator, held, {
      id: newId(),
      presences,
      walkIns: "",
      headCount: 0,
      areAllPresent: false,
      reportReason,
    });
  };
  openWorkshop(facilitator, held);
  record("absent");
  closeWorkshop(facilitator, held);
  setClock(() => Date.parse("2027-01-20T10:00:00Z"));
  const id = makeFinishedReport(director, office);
  const reasons = () => describeDifference(director, getReport(director, id))?.reasons.map(({ text }) => text) ?? [];
  record("absent");
  expect(reasons()).toEqual([]);
  expect(() => record("present")).toThrow(RuleError);
  record("present", "Feuille de présence retrouvée");
  expect(reasons()).toEqual(["10 déc. 2026 · présences corrigées · Anaïs Berthou\u00a0: Feuille de présence retrouvée"]);
  const table = describeDifference(director, getReport(director, id))?.table.rows;
  expect(table).toContainEqual(["Participations", "1", "2", "+\u00a01"]);
});
