import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { assignCorrection, closeCorrection } from "./corrections.commands.server";
import { getSourceCorrection, listSourceCorrections } from "./corrections.queries.server";
import { refreshProvider } from "./refresh.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** A provider whose source gave another name than the one that a person typed. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const establishment = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck().get(provider.id);
  sqlite()
    .prepare("INSERT INTO establishment_source_values VALUES (?, 'datatourisme', 'name', 'Gite des pins', 1)")
    .run(establishment);
  refreshProvider(provider.id);
  const [row] = listSourceCorrections(facilitator, office.id).rows;
  if (!row) throw new Error("one correction");
  return {
    office,
    facilitator,
    provider,
    row,
    correction: authorize(facilitator, "provider.correct", getSourceCorrection(facilitator, row.id)),
  };
}

it("lists what a person corrected until it is reported, and does not ask again", () => {
  const { office, facilitator, provider, row, correction } = setUp();
  expect(row).toMatchObject({ field: "name", oldValue: "Gite des pins", newValue: "Gîte des Pins" });
  assignCorrection(facilitator, correction, facilitator.userId);
  expect(listSourceCorrections(facilitator, office.id).rows[0]?.assignee).toBe(facilitator.name);
  closeCorrection(facilitator, correction);
  refreshProvider(provider.id);
  expect(listSourceCorrections(facilitator, office.id).rows).toEqual([]);
});

it("is assigned to people of the office alone, and seen by no other office", () => {
  const { office, facilitator, row, correction } = setUp();
  const stranger = setUp().facilitator;
  expect(() => assignCorrection(facilitator, correction, stranger.userId)).toThrow(RuleError);
  expect(() => getSourceCorrection(stranger, row.id)).toThrow(NotFoundError);
  expect(listSourceCorrections(stranger, office.id).rows).toEqual([]);
});
