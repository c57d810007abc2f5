import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeContact } from "~/testing/factories/record";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { cancelWorkshop } from "./commands.server";
import { callOffices, remindInvited, sendInvitations } from "./invitations.commands.server";
import { chooseInvited } from "./invitations.model";
import { listCalls, listInvitations, listWaitingCalls } from "./invitations.queries.server";
import { readInvitations } from "./invitations-page.server";
import { answerInvitation, readInvited } from "./invited-page.server";
import type { Need } from "./need.form";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: territory.id });
  const actor = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { capacity: 1 });
  return { territory, office, actor, workshop };
}
type Scene = ReturnType<typeof setUp>;

/** A provider with one contact at this address. */
function known({ actor, office }: Pick<Scene, "actor" | "office">, email: string | undefined, name = "Odile Bardet") {
  const provider = makeProvider(actor, office);
  makeContact(actor, provider, { name, email });
  return provider;
}

const inviting = (actor: Actor, office: { id: string; zone: string }) =>
  authorize(actor, "workshop.invite", { id: office.id, ownerId: office.id, zone: office.zone });

const invite = ({ actor, office, workshop }: Scene, need: Need = {}) =>
  sendInvitations(actor, inviting(actor, office), { workshopId: workshop.id, need, input: { id: newId(), everyone: "on" } });

const mailsTo = (email: string) =>
  sqlite().prepare<[string], { n: number }>("SELECT count(*) AS n FROM mails WHERE recipient = ?").get(email)?.n ?? 0;

const keyIn = (email: string) => /\/i\/([\w.-]+)/.exec(lastMailTo(email)?.text ?? "")?.[1] ?? "";

function answer(token: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const request = new Request("http://localhost/i", { method: "POST", body });
  return answerInvitation({ request, params: { token }, context: { setCookie: () => undefined } } as never);
}

describe("who is invited", () => {
  it("is one mail an address, and says of everyone else why not", () => {
    const scene = setUp();
    const shared = "commun@hote.example";
    const [first, twin] = [known(scene, shared), known(scene, shared.toUpperCase())];
    makeContact(scene.actor, first, { name: "Rémi", email: shared });
    const silent = known(scene, undefined);
    const paper = known(scene, "papier@hote.example");
    const refused = known(scene, "refus@hote.example");
    const gone = known(scene, "parti@hote.example");
    sqlite().prepare("UPDATE contacts SET preferred_way = 'paper' WHERE provider_id = ?").run(paper.id);
    sqlite().prepare("UPDATE contacts SET invitations_refused_at = 1 WHERE provider_id = ?").run(refused.id);
    sqlite().prepare("UPDATE contacts SET ends_on = '2026-01-31' WHERE provider_id = ?").run(gone.id);
    makeRegistration(scene.workshop, { email: "inscrit@hote.example" });
    const registered = known(scene, "inscrit@hote.example");
    const page = readInvitations(scene.actor, scene.workshop.id, new URLSearchParams());
    expect(page.invited.map((one) => one.id)).toEqual([first.id]);
    const why = Object.fromEntries(page.withheld.flatMap((group) => group.people.map((one) => [one.id, group.reason])));
    expect(why).toEqual({
      [twin.id]: "invited",
      [silent.id]: "noAddress",
      [paper.id]: "otherWay",
      [refused.id]: "refused",
      [gone.id]: "left",
      [registered.id]: "registered",
    });
    expect(invite(scene)).toEqual({ sent: 1 });
    expect(mailsTo(shared)).toBe(1);
    expect(() => invite(scene)).toThrow(RuleError);
    expect(mailsTo(shared)).toBe(1);
  });

  it("takes off whoever said never to workshop mails, and leaves the full season in peace unless asked", () => {
    const scene = setUp();
    const off = known(scene, "jamais@hote.example");
    const busy = known(scene, "saison@hote.example");
    sqlite()
      .prepare("INSERT INTO notice_choices SELECT id, 'workshop', 'never', 1 FROM contacts WHERE provider_id = ?")
      .run(off.id);
    sqlite().prepare("UPDATE organisations SET season_weeks = '[48]' WHERE id = ?").run(scene.office.id);
    const asked = (query: string) => readInvitations(scene.actor, scene.workshop.id, new URLSearchParams(query));
    expect(asked("").withheld.map((one) => one.reason)).toEqual(["refused", "season"]);
    expect(asked("inSeason=on").invited.map((one) => one.id)).toEqual([busy.id]);
  });

  it("is narrowed by kind, never met and level; a closed registration invites nobody", () => {
    const scene = setUp();
    known(scene, "un@hote.example");
    const count = (query: string) => readInvitations(scene.actor, scene.workshop.id, new URLSearchParams(query)).invited.length;
    expect(count("kind=rental")).toBe(1);
    expect(count("kind=camping")).toBe(0);
    expect(count("seen=never")).toBe(1);
    expect(count("seen=6")).toBe(0);
    expect(count("level=beginner&theme=website")).toBe(1);
    expect(count("level=advanced")).toBe(0);
    expect(count("theme=website")).toBe(0);
    cancelWorkshop(scene.actor, authorize(scene.actor, "workshop.plan", scene.workshop), undefined);
    expect(() => invite(scene)).toThrow(RuleError);
  });

  it("prefers, of several contacts, those that can be written to", () => {
    const one = (email: string | null, given = {}) => ({
      contactId: email ?? "none",
      email,
      hasLeft: false,
      hasRefused: false,
      prefersOtherWay: false,
      ...given,
    });
    const contacts = [one(null), one("parti@hote.example", { hasLeft: true }), one("la@hote.example")];
    const candidate = { providerId: "p", isRegistered: false, isClosed: false, isInSeason: false, contacts };
    const round = { invited: new Set<string>(), registered: new Set<string>(), withSeason: false };
    expect(chooseInvited([candidate], round).chosen.map((row) => row.email)).toEqual(["la@hote.example"]);
  });
});

describe("the answers", () => {
  it("are followed: registered for the right provider, declined, not delivered; a reminder goes once to the silent", async () => {
    const scene = setUp();
    const emails = ["oui@hote.example", "non@hote.example", "perdu@hote.example", "muet@hote.example"];
    const [yes] = emails.map((email) => known(scene, email));
    invite(scene);
    await answer(keyIn("oui@hote.example"), { intent: "register", id: newId(), name: "Odile", establishment: "La Grange" });
    await answer(keyIn("non@hote.example"), { intent: "decline" });
    sqlite().prepare("UPDATE mails SET state = 'sent'").run();
    sqlite().prepare("UPDATE mails SET state = 'failed' WHERE recipient = 'perdu@hote.example'").run();
    const states = () =>
      Object.fromEntries(listInvitations(scene.workshop.id, scene.office.id).map((one) => [one.email, one.state]));
    expect(states()).toEqual({
      "oui@hote.example": "registered",
      "non@hote.example": "declined",
      "perdu@hote.example": "undelivered",
      "muet@hote.example": "none",
    });
    const row = sqlite().prepare("SELECT * FROM workshop_registrations WHERE workshop_id = ?").get(scene.workshop.id);
    expect(row).toMatchObject({ provider_id: yes?.id, organisation_id: scene.office.id });
    const remind = () =>
      remindInvited(scene.actor, inviting(scene.actor, scene.office), { id: newId(), workshopId: scene.workshop.id });
    expect(remind()).toEqual({ sent: 1 });
    expect(lastMailTo("muet@hote.example")?.subject).toContain("Rappel");
    sqlite().prepare("UPDATE mails SET state = 'sent' WHERE recipient = 'muet@hote.example'").run();
    expect(remind).toThrow(RuleError);
  });

  it("open with the mail's key alone, and no longer once the workshop has begun", () => {
    const scene = setUp();
    known(scene, "cle@hote.example");
    invite(scene);
    const token = keyIn("cle@hote.example");
    expect(readInvited(token).known).toMatchObject({ name: "Odile Bardet" });
    expect(() => readInvited(`${token.slice(0, -2)}xx`)).toThrow(NotFoundError);
    setClock(() => Date.parse("2026-12-10T14:00:00Z"));
    expect(readInvited(token)).toMatchObject({ isOver: true, known: {} });
    setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  });
});

describe("a pooled invitation", () => {
  it("goes to each office once, which sends it to its own alone; the owner sees none of their names", () => {
    const scene = setUp();
    const other = makeOrganisation({ parentId: scene.territory.id });
    const neighbour = makeMember(other.id, "facilitator");
    const theirs = known({ actor: neighbour, office: other }, "voisin@hote.example");
    known(scene, "mien@hote.example");
    const call = () =>
      callOffices(scene.actor, authorize(scene.actor, "workshop.plan", scene.workshop), {
        id: newId(),
        need: "kind=rental",
        organisationIds: [other.id],
      });
    expect(call()).toEqual({ told: 1 });
    expect(call()).toEqual({ told: 0 });
    expect(listWaitingCalls(neighbour)).toMatchObject([{ workshopId: scene.workshop.id, need: "kind=rental" }]);
    const page = readInvitations(neighbour, scene.workshop.id, new URLSearchParams());
    expect(page.need).toEqual({ kind: "rental" });
    expect(page.invited.map((one) => one.id)).toEqual([theirs.id]);
    invite({ ...scene, actor: neighbour, office: other });
    expect(listWaitingCalls(neighbour)).toEqual([]);
    expect(listCalls(scene.workshop.id)[0]?.sentAt).not.toBeNull();
    expect(listInvitations(scene.workshop.id, scene.office.id)).toEqual([]);
    expect(mailsTo("mien@hote.example")).toBe(0);
  });

  it("is refused to an office out of the tree, and to people who invite for none", () => {
    const scene = setUp();
    const stranger = makeOrganisation();
    const workshop = authorize(scene.actor, "workshop.plan", scene.workshop);
    const ask = () => callOffices(scene.actor, workshop, { id: newId(), need: "", organisationIds: [stranger.id] });
    expect(ask).toThrow(RuleError);
    const far = makeMember(stranger.id, "facilitator");
    expect(() => readInvitations(far, scene.workshop.id, new URLSearchParams())).toThrow(NotFoundError);
    const colleague = makeMember(scene.office.id, "colleague");
    expect(() => readInvitations(colleague, scene.workshop.id, new URLSearchParams())).toThrow(NotFoundError);
    const asked = new URLSearchParams({ office: stranger.id });
    expect(() => readInvitations(scene.actor, scene.workshop.id, asked)).toThrow(NotFoundError);
  });
});
