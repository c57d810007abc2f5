import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { workshopChoices } from "./form-data.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const offered = () => workshopChoices(facilitator, getWorkplace(facilitator, "workshop.plan"), "content");
  return { office, facilitator, offered };
}

it("offers what is recorded since the form was last opened, of one's own office alone", () => {
  const { office, facilitator, offered } = setUp();
  const other = setUp();
  const hidden = makeResource(other.facilitator, other.office, { visibility: "office" });
  expect(offered()).toMatchObject({ staff: [{ value: facilitator.userId }], equipment: [], hasHolidays: false });
  const colleague = makeMember(office.id, "facilitator", { name: "Yann Coste" });
  const own = makeResource(facilitator, office, { visibility: "office" });
  for (const { id } of [office, other.office])
    sqlite()
      .prepare("INSERT INTO equipment (id, owner_id, name, quantity, created_at) VALUES (?, ?, 'Tablettes', 8, 0)")
      .run(newId(), id);
  const { staff, equipment, resources } = offered();
  expect(staff.map((one) => one.value).sort()).toEqual([facilitator.userId, colleague.userId].sort());
  expect(equipment).toMatchObject([{ name: "Tablettes", quantity: 8 }]);
  const ids = resources.map((one) => one.value);
  expect(ids).toContain(own.id);
  expect(ids).not.toContain(hidden.id);
});

it("drops who has left the next day, with nothing written meanwhile", () => {
  const { office, facilitator, offered } = setUp();
  const leaving = makeMember(office.id, "facilitator");
  sqlite().prepare("UPDATE memberships SET ends_on = '2026-11-24' WHERE user_id = ?").run(leaving.userId);
  expect(offered().staff).toHaveLength(2);
  setClock(() => Date.parse("2026-11-25T10:00:00Z"));
  expect(offered().staff).toEqual([{ value: facilitator.userId, label: facilitator.name }]);
});
