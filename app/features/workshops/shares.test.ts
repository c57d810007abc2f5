import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { sessionShares } from "~/db/schema/coaching.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { openWorkshop } from "./commands.server";
import { registerHost, registerVisitor } from "./registrations.commands.server";
import { findWorkshop } from "./seats.server";
import { sharesOf } from "./shares.model";
import { describeOfficeCounts } from "./shares.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("shares supports by whose people came, and minutes in that proportion with nothing lost", () => {
  const people = (id: string | null, count: number) => Array.from({ length: count }, () => ({ organisationId: id }));
  const held = { ownerId: "a", minutes: 100, headCount: 1, present: [...people("a", 1), ...people(null, 1), ...people("b", 4)] };
  expect(sharesOf(held)).toEqual([
    { organisationId: "a", supports: 3, minutes: 43 },
    { organisationId: "b", supports: 4, minutes: 57 },
  ]);
  expect(sharesOf({ ...held, present: people("a", 5) })).toEqual([]);
  expect(sharesOf({ ...held, headCount: 0, present: people("b", 2) })).toEqual([
    { organisationId: "b", supports: 2, minutes: 100 },
  ]);
});

it("each office counts its own: at closing, and again once attendance is corrected", () => {
  const office = makeOrganisation();
  const other = makeOrganisation({ parentId: office.id });
  const actor = makeMember(office.id, "facilitator");
  const neighbour = makeMember(other.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { shares: [`${other.id}:2`] });
  registerVisitor(workshop, personInput(), "fr");
  const provider = makeProvider(neighbour, other);
  const host = makeProviderLogin(neighbour, provider);
  const { id } = registerHost(host, authorize(host, "workshop.join", provider), {
    workshop,
    input: personInput(),
    email: "hote@hote.example",
  });
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(actor, "workshop.hold", workshop);
  openWorkshop(actor, held);
  const mark = (presences: Record<string, string>, areAllPresent: boolean) =>
    recordAttendance(actor, held, { id: newId(), presences, walkIns: "", headCount: 0, areAllPresent });
  mark({}, true);
  const { sessionId } = closeWorkshop(actor, held);
  const shares = () =>
    db()
      .select()
      .from(sessionShares)
      .all()
      .filter((one) => one.sessionId === sessionId)
      .map(({ organisationId, minutes, supports }) => ({ organisationId, minutes, supports }));
  expect(shares()).toHaveLength(2);
  expect(shares()).toContainEqual({ organisationId: other.id, minutes: 60, supports: 1 });
  const row = findWorkshop(workshop.id);
  const counts = row ? describeOfficeCounts(neighbour, row) : [];
  expect(counts.find((one) => one.id === other.id)).toMatchObject({ seats: 2, registered: 1, present: 1 });
  mark({ [id]: "absent" }, false);
  expect(shares()).toEqual([]);
});
