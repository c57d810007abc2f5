import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { lucia } from "~/auth/lucia.server";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { Role } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { actorOf, makeMember, makeOrganisation, makeUser } from "~/testing/factories/world";
import type { MembershipInput } from "./form";
import { acceptInvitation, invitePerson, resendInvitation, revokeInvitation } from "./invitations.commands.server";
import { findInvitation, getInvitation, listInvitations } from "./invitations.queries.server";
import { changeMembership, recordAbsence, removeAbsence, setSuspended } from "./memberships.commands.server";
import { findSubstitute, getMembership, getPerson, listAbsences, listPeople } from "./people.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const refusal = (key: string) => expect.objectContaining({ name: "RuleError", key });
type Office = ReturnType<typeof makeOrganisation>;

function setUp() {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director", { name: "Luc Ferrandon" });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  return {
    office,
    director,
    facilitator,
    administrator: makeMember(makeOrganisation({ kind: "territory" }).id, "administrator"),
  };
}

function invite(actor: Actor, offices: readonly Office[], given: { email?: string; roles?: Role[] } = {}) {
  const input = {
    id: newId(),
    name: "Odile Roux",
    email: given.email ?? `${newId()}@test.example`,
    roles: given.roles ?? ["facilitator" as const],
    organisationIds: offices.map((one) => one.id),
  };
  invitePerson(
    actor,
    offices.map((one) => authorize(actor, "organisation.invite", one)),
    input,
  );
  return { ...input, token: tokenFor(input.email.toLowerCase()) };
}

const tokenFor = (email: string) => /invitation\/([\w-]{43})/.exec(lastMailTo(email)?.text ?? "")?.[1] ?? "";
const answer = { name: "Odile Roux", passwordHash: null, locale: "fr" as const, asUserId: undefined };
const hasSession = async (userId: string) => (await lucia().getUserSessions(userId)).length > 0;
const signIn = (userId: string) => lucia().createSession(userId, { createdAt: 1, lastSeenAt: 1, device: "Essai" });

describe("an invitation", () => {
  it("makes a member of several offices at once, with several roles", () => {
    const { office, administrator } = setUp();
    const other = makeOrganisation();
    const { token, email } = invite(administrator, [office, other], { roles: ["facilitator", "director"] });
    expect(lastMailTo(email)?.subject).toContain("vous invite sur Balise");
    const { userId } = acceptInvitation(token, answer);
    const grants = [office, other].flatMap(({ id }) => [
      { organisationId: id, role: "director" },
      { organisationId: id, role: "facilitator" },
    ]);
    expect(actorOf(userId).memberships).toHaveLength(4);
    expect(actorOf(userId).memberships).toEqual(expect.arrayContaining(grants));
  });

  it("serves once, for 14 days, until it is revoked", () => {
    const { office, director } = setUp();
    const used = invite(director, [office]);
    acceptInvitation(used.token, answer);
    expect(() => acceptInvitation(used.token, answer)).toThrow(refusal("invitation"));
    const revoked = invite(director, [office]);
    revokeInvitation(director, authorize(director, "organisation.invite", getInvitation(director, revoked.id)));
    expect(findInvitation(revoked.token)).toBeUndefined();
    const late = invite(director, [office]);
    setClock(() => Date.parse("2026-12-08T10:00:01Z"));
    expect(() => acceptInvitation(late.token, answer)).toThrow(refusal("invitation"));
    setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  });

  it("sent again, opens by the new address alone", () => {
    const { office, director } = setUp();
    const { id, email, token } = invite(director, [office]);
    resendInvitation(director, authorize(director, "organisation.invite", getInvitation(director, id)));
    expect(tokenFor(email)).not.toBe(token);
    expect(findInvitation(token)).toBeUndefined();
    expect(findInvitation(tokenFor(email))).toMatchObject({ email });
  });

  it("opens no existing account: its owner must be signed in", async () => {
    const { office, director } = setUp();
    const email = `${newId()}@test.example`;
    const userId = makeUser({ email });
    await signIn(userId);
    const { token } = invite(director, [office], { email: email.toUpperCase() });
    expect(() => acceptInvitation(token, answer)).toThrow(refusal("invitationOwner"));
    expect(() => acceptInvitation(token, { ...answer, asUserId: director.userId })).toThrow(refusal("invitationOwner"));
    expect(acceptInvitation(token, { ...answer, asUserId: userId })).toEqual({ userId });
    expect(actorOf(userId).memberships).toEqual([{ organisationId: office.id, role: "facilitator" }]);
    expect(await hasSession(userId)).toBe(false);
  });

  it("gives no role above the inviter's reach, and is nobody else's to see", () => {
    const { office, director, facilitator } = setUp();
    for (const role of ["administrator", "coordinator"] as const)
      expect(() => invite(director, [office], { roles: [role] })).toThrow(refusal("roleNotYours"));
    expect(() => invite(facilitator, [office])).toThrow(ForbiddenError);
    expect(() => invite(director, [makeOrganisation()])).toThrow(ForbiddenError);
    const { id } = invite(director, [office]);
    for (const stranger of [setUp().director, facilitator]) {
      expect(() => getInvitation(stranger, id)).toThrow(NotFoundError);
      expect(listInvitations(stranger)).toEqual([]);
    }
  });
});

function membershipOf(director: Actor, person: Actor) {
  const id = getPerson(director, person.userId).memberships[0]?.id ?? "";
  return authorize(director, "organisation.people", getMembership(director, id));
}
const edit = (given: Partial<MembershipInput> = {}): MembershipInput => ({
  version: 1,
  role: "facilitator",
  startsOn: "2020-01-01",
  workingDays: [],
  ...given,
});

describe("a membership", () => {
  it("changes role at once and signs the person out", async () => {
    const { director, facilitator, office } = setUp();
    await signIn(facilitator.userId);
    changeMembership(director, membershipOf(director, facilitator), edit({ role: "colleague" }));
    expect(actorOf(facilitator.userId).memberships).toEqual([{ organisationId: office.id, role: "colleague" }]);
    expect(await hasSession(facilitator.userId)).toBe(false);
  });

  it("takes days and hours without signing anybody out, and keeps what it was", async () => {
    const { director, facilitator } = setUp();
    await signIn(facilitator.userId);
    const membership = membershipOf(director, facilitator);
    changeMembership(director, membership, edit({ workingDays: [1, 2], hoursPerYear: 800 }));
    expect(getMembership(director, membership.id)).toMatchObject({ workingDays: [1, 2], hoursPerYear: 800, version: 2 });
    expect(await hasSession(facilitator.userId)).toBe(true);
    expect(sqlite().prepare("SELECT count(*) FROM revisions WHERE subject_id = ?").pluck().get(membership.id)).toBe(1);
    expect(() => changeMembership(director, membership, edit())).toThrow(ConflictError);
  });

  it("is over after its last day", () => {
    const { director, facilitator } = setUp();
    changeMembership(director, membershipOf(director, facilitator), edit({ endsOn: "2026-11-23" }));
    expect(actorOf(facilitator.userId).memberships).toEqual([]);
  });

  it("refuses one's own role, a role above one's reach, another office's and an administrator's", () => {
    const { director, facilitator, office, administrator } = setUp();
    const own = membershipOf(director, director);
    expect(() => changeMembership(director, own, edit({ role: "facilitator" }))).toThrow(refusal("ownRole"));
    const theirs = membershipOf(director, facilitator);
    expect(() => changeMembership(director, theirs, edit({ role: "administrator" }))).toThrow(refusal("roleNotYours"));
    expect(() => getMembership(setUp().director, theirs.id)).toThrow(NotFoundError);
    expect(() => getMembership(facilitator, theirs.id)).toThrow(NotFoundError);
    const raised = membershipOf(director, makeMember(office.id, "administrator"));
    expect(() => changeMembership(director, raised, edit())).toThrow(ForbiddenError);
    changeMembership(administrator, membershipOf(administrator, facilitator), edit({ role: "coordinator" }));
  });
});

describe("suspension", () => {
  it("holds at the next request, and is lifted", async () => {
    const { director, facilitator } = setUp();
    await signIn(facilitator.userId);
    const person = authorize(director, "organisation.people", getPerson(director, facilitator.userId));
    setSuspended(director, person, true);
    expect(loadActor(facilitator.userId)).toBeUndefined();
    expect(await hasSession(facilitator.userId)).toBe(false);
    setSuspended(director, person, false);
    expect(loadActor(facilitator.userId)).toBeDefined();
  });

  it("refuses oneself, who also works elsewhere, and who administers", () => {
    const { director, office } = setUp();
    const suspend = (userId: string) =>
      setSuspended(director, authorize(director, "organisation.people", getPerson(director, userId)), true);
    expect(() => suspend(director.userId)).toThrow(refusal("ownRole"));
    const administrator = makeMember(office.id, "administrator");
    expect(() => suspend(administrator.userId)).toThrow(refusal("personElsewhere"));
    const email = `${newId()}@test.example`;
    const { userId } = acceptInvitation(invite(director, [office], { email }).token, answer);
    const other = setUp();
    acceptInvitation(invite(other.director, [other.office], { email }).token, { ...answer, asUserId: userId });
    expect(() => suspend(userId)).toThrow(refusal("personElsewhere"));
  });
});

describe("people", () => {
  it("are listed where one manages them, and nowhere else", () => {
    const { director, facilitator, administrator } = setUp();
    expect(listPeople(director, {}).rows.map((row) => row.name)).toEqual(["Anaïs Berthou", "Luc Ferrandon"]);
    expect(listPeople(facilitator, {}).rows).toEqual([]);
    expect(() => getPerson(facilitator, director.userId)).toThrow(NotFoundError);
    expect(getPerson(administrator, facilitator.userId).name).toBe("Anaïs Berthou");
    const other = setUp();
    expect(() => getPerson(director, other.facilitator.userId)).toThrow(NotFoundError);
  });

  it("are replaced on the days of an absence, by someone who coaches there", () => {
    const { director, facilitator, office } = setUp();
    const substitute = makeMember(office.id, "facilitator", { name: "Yann Coste" });
    const person = authorize(director, "organisation.people", getPerson(director, facilitator.userId));
    const days = { id: newId(), startsOn: "2026-12-01", endsOn: "2026-12-05" };
    expect(() => recordAbsence(director, person, { ...days, substituteId: setUp().facilitator.userId })).toThrow(
      refusal("successor"),
    );
    recordAbsence(director, person, { ...days, substituteId: substitute.userId });
    expect(listAbsences(person.id, "2026-11-24")).toMatchObject([{ startsOn: "2026-12-01", substitute: "Yann Coste" }]);
    expect(findSubstitute(person.id, "2026-12-05")?.name).toBe("Yann Coste");
    expect(findSubstitute(person.id, "2026-12-06")).toBeUndefined();
    removeAbsence(director, person, days.id);
    expect(listAbsences(person.id, "2026-11-24")).toEqual([]);
  });
});
