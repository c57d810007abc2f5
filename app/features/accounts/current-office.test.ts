import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { grantTo, makeMember, makeOrganisation } from "~/testing/factories/world";
import { switchOffice } from "./current-office.commands.server";
import { getProfile } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("shows one of the person's own offices first, never another's", () => {
  const [first, second, other] = [makeOrganisation(), makeOrganisation(), makeOrganisation()];
  const person = makeMember(first.id, "facilitator");
  grantTo(person.userId, second.id, "facilitator");
  const read = () => loadActor(person.userId);
  for (const office of [second, first]) {
    const actor = read();
    if (!actor) throw new Error("no actor");
    switchOffice(actor, authorize(actor, "profile.edit", getProfile(actor)), office.id);
    expect(read()?.currentOrganisationId).toBe(office.id);
  }
  expect(() => switchOffice(person, authorize(person, "profile.edit", getProfile(person)), other.id)).toThrow(NotFoundError);
  expect(read()?.currentOrganisationId).toBe(first.id);
});
