import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { getDesk, getDeskRegistration, listDeskOffices } from "./desk.queries.server";
import { actOnRegistration, registerByOffice } from "./office-registrations.server";
import { getWorkshop, listRegistrations } from "./queries.server";
import { readRegisterForm } from "./register-page.server";
import { readWorkshopPage } from "./workshop-page.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const [owner, guest, stranger] = [1, 2, 3].map(() => makeOrganisation({ parentId: territory.id }));
  if (!owner || !guest || !stranger) throw new Error("no office");
  const holder = makeMember(owner.id, "facilitator");
  const shares = [`${owner.id}:3`, `${guest.id}:2`];
  const workshop = makeWorkshop(holder, owner, { title: "Vendre hors saison", capacity: 5, shares, audience: "public" });
  const ids = { colleague: makeMember(guest.id, "colleague"), facilitator: makeMember(guest.id, "facilitator") };
  return { owner, guest, holder, workshop, ...ids, elsewhere: makeMember(stranger.id, "facilitator") };
}

/** The form for a caller, as a desk sends it; answers the status. */
async function register(actor: Actor, workshopId: string, given: object = {}): Promise<number> {
  const fields = new FormData();
  for (const [name, value] of Object.entries({ id: newId(), name: "Odile Tastet", ...given })) fields.set(name, String(value));
  const answer = await registerByOffice(actor, getDesk(actor, workshopId), fields);
  return answer.status;
}

const post = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const nameOf = (officeId: string) =>
  String(sqlite().prepare("SELECT name FROM organisations WHERE id = ?").pluck().get(officeId));
const emailOf = (userId: string) => String(sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(userId));
const writtenTo = (recipient: string) =>
  sqlite()
    .prepare("SELECT text, reply_to AS replyTo, owner_id AS ownerId FROM mails WHERE recipient = ? ORDER BY id DESC LIMIT 1")
    .get(recipient);

const countedBy = (workshopId: string) =>
  sqlite()
    .prepare<[string], { name: string; state: string; organisation_id: string | null; source: string }>(
      "SELECT name, state, organisation_id, source FROM workshop_registrations WHERE workshop_id = ? ORDER BY position",
    )
    .all(workshopId);

describe("the desk of an office that takes part in another's workshop", () => {
  it("registers its caller on its own seats, and counts them; the next waits, and the owner's seats stay", async () => {
    const { guest, workshop, colleague } = setUp();
    for (const name of ["Odile", "Rémi", "Lou"]) expect(await register(colleague, workshop.id, { name })).toBe(302);
    expect(countedBy(workshop.id)).toEqual([
      { name: "Odile", state: "registered", organisation_id: guest.id, source: "desk" },
      { name: "Rémi", state: "registered", organisation_id: guest.id, source: "desk" },
      { name: "Lou", state: "waiting", organisation_id: guest.id, source: "desk" },
    ]);
    expect(makeRegistration(workshop).state).toBe("registered");
  });

  it("sees and cancels its own people alone; another office finds nothing there", async () => {
    const { owner, guest, workshop, holder, colleague, facilitator, elsewhere } = setUp();
    const theirs = makeRegistration(workshop, personInput({ name: "Solange", email: "solange@marais.example" }));
    await register(colleague, workshop.id, { name: "Odile", email: "odile@marais.example" });
    const page = readWorkshopPage(colleague, workshop.id);
    expect(page.people.map((one) => one.name)).toEqual(["Odile"]);
    expect(page.permissions).toMatchObject({ register: true, isGuest: true, hold: false, edit: false });
    expect(readWorkshopPage(holder, workshop.id).people.map((one) => one.name)).toEqual(["Solange", "Odile"]);
    expect(() => getDeskRegistration(colleague, theirs.id)).toThrow(NotFoundError);
    for (const run of [getDesk, readRegisterForm, getWorkshop]) expect(() => run(elsewhere, workshop.id)).toThrow(NotFoundError);
    const [mine] = listRegistrations(colleague, workshop.id);
    expect(() => getDeskRegistration(elsewhere, mine?.id ?? "")).toThrow(NotFoundError);
    await actOnRegistration(colleague, post({ intent: "cancel", registrationId: mine?.id ?? "" }));
    expect(countedBy(workshop.id).map((one) => one.state)).toEqual(["registered", "cancelled"]);
    expect(writtenTo("odile@marais.example")).toMatchObject({
      text: expect.stringContaining(`${nameOf(guest.id)} a annulé votre inscription à «\u00a0Vendre hors saison\u00a0»`),
      replyTo: emailOf(facilitator.userId),
      ownerId: guest.id,
    });
    await actOnRegistration(holder, post({ intent: "cancel", registrationId: theirs.id }));
    expect(writtenTo("solange@marais.example")).toMatchObject({
      text: expect.stringContaining(`${nameOf(owner.id)} a annulé votre inscription`),
      replyTo: emailOf(holder.userId),
      ownerId: owner.id,
    });
  });

  it("says which of its providers came with one tap, by its facilitator alone, until the session is written", async () => {
    const { guest, workshop, colleague, facilitator } = setUp();
    const provider = makeProvider(facilitator, guest, { name: "Camping du Marais" });
    await register(colleague, workshop.id, { name: "Odile", establishment: "Camping du Marais" });
    expect(readWorkshopPage(colleague, workshop.id).people[0]?.match).toBeNull();
    expect(readWorkshopPage(facilitator, workshop.id).people[0]?.match).toMatchObject({ providerId: provider.id });
    const [one] = listRegistrations(facilitator, workshop.id);
    const tap = post({ intent: "match", registrationId: one?.id ?? "", providerId: provider.id });
    await expect(actOnRegistration(colleague, tap)).rejects.toThrow();
    sqlite().prepare("UPDATE workshops SET state = 'held' WHERE id = ?").run(workshop.id);
    await expect(actOnRegistration(facilitator, tap)).rejects.toThrow(NotFoundError);
    sqlite().prepare("UPDATE workshops SET state = 'published' WHERE id = ?").run(workshop.id);
    await actOnRegistration(facilitator, tap);
    expect(listRegistrations(facilitator, workshop.id)[0]).toMatchObject({
      provider: "Camping du Marais",
      organisationId: guest.id,
    });
  });

  it("chooses who counts the caller where somebody works for both, and has no say in a draft", async () => {
    const { owner, guest, holder, workshop } = setUp();
    const both: Actor = {
      ...holder,
      memberships: [...holder.memberships, ...makeMember(guest.id, "facilitator").memberships],
    };
    expect(listDeskOffices(both, { ...workshop, state: "published" }).map((one) => one.id)).toEqual([owner.id, guest.id]);
    expect(readRegisterForm(both, workshop.id).offices).toHaveLength(2);
    await register(both, workshop.id, { name: "Odile", officeId: guest.id });
    await register(both, workshop.id, { name: "Rémi", officeId: owner.id });
    await register(both, workshop.id, { name: "Lou", officeId: newId() });
    expect(countedBy(workshop.id).map((one) => one.organisation_id)).toEqual([guest.id, owner.id, owner.id]);
    const guestAlone = makeMember(guest.id, "director");
    expect(listDeskOffices(guestAlone, { ...workshop, state: "draft" })).toEqual([]);
    expect(() => authorize(guestAlone, "workshop.register", workshop)).toThrow();
  });
});
