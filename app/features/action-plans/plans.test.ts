import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { recordAbsence, removeAbsence } from "~/features/accounts/memberships.commands.server";
import { getPerson } from "~/features/accounts/people.queries.server";
import { askCallback, handleMessage, leaveMessage } from "~/features/providers/messages.commands.server";
import {
  findProvidersForDesk,
  getMessage,
  getProviderForDesk,
  listOpenMessages,
} from "~/features/providers/messages.queries.server";
import { listContacts } from "~/features/providers/queries.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { addAction, correctAction, deleteAction, moveAction, restoreAction } from "./actions.commands.server";
import { answerAction, markNewsSeen, recordAnswer } from "./answers.commands.server";
import { actionSchema } from "./form";
import { listContactsToCall, listQuietPlans, listUnseenAnswers } from "./news.queries.server";
import { findNextAction, getAction, getDeletedAction, getPlan, getPlanHead, listActions, listAnswers } from "./queries.server";

const at = Date.parse("2026-11-24T10:00:00Z");
openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const input = (given: object = {}) => actionSchema.parse({ id: newId(), title: "Répondre aux avis", ...given });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const host = makeProviderLogin(facilitator, gite);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const add = (title: string) => addAction(facilitator, plan, input({ title })).id;
  return { office, facilitator, gite, host, plan, add };
}
const answerable = (actor: Parameters<typeof getAction>[0], id: string) =>
  authorize(actor, "plan.answer", getAction(actor, id, "plan.answer"));
const recorded = (actionId: string, given: object = {}) => ({
  id: newId(),
  actionId,
  state: "done" as const,
  way: "phone" as const,
  saidOn: "2026-11-20",
  comment: "",
  ...given,
});

describe("keeping a plan", () => {
  it("adds at the end, moves by one place, and shows the first open step as the next", () => {
    const { facilitator, gite, host, add } = setUp();
    const [first, second] = [add("Un"), add("Deux")];
    expect(findNextAction(facilitator, gite.id)?.id).toBe(first);
    moveAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, second, "plan.edit")), "up");
    expect(listActions(facilitator, gite.id).map((one) => one.title)).toEqual(["Deux", "Un"]);
    moveAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, second, "plan.edit")), "up");
    expect(findNextAction(host, gite.id)?.id).toBe(second);
    const third = add("Trois");
    const move = (id: string, before: string | null) =>
      moveAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit")), { before });
    const order = () => listActions(facilitator, gite.id).map((one) => one.id);
    move(third, first);
    expect(order()).toEqual([second, third, first]);
    move(second, null);
    expect(order()).toEqual([third, first, second]);
    move(second, newId());
    expect(order()).toEqual([third, first, second]);
  });

  it("corrects with the version read, and refuses an older one", () => {
    const { facilitator, add } = setUp();
    const id = add("Un");
    const action = authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit"));
    correctAction(facilitator, action, input({ id, version: 1, title: "Un bis", minutes: 20 }));
    expect(getAction(facilitator, id, "plan.edit")).toMatchObject({ title: "Un bis", minutes: 20, version: 2 });
    expect(() => correctAction(facilitator, action, input({ id, version: 1, title: "Autre" }))).toThrow(ConflictError);
    expect(sqlite().prepare("SELECT count(*) FROM revisions WHERE subject_id = ?").pluck().get(id)).toBe(1);
  });

  it("refuses a resource that the office cannot read", () => {
    const { facilitator, plan } = setUp();
    expect(() => addAction(facilitator, plan, input({ resourceId: newId() }))).toThrow(RuleError);
  });

  it("deletes, and puts back where it was", () => {
    const { facilitator, gite, add } = setUp();
    const id = add("Un");
    add("Deux");
    deleteAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit")));
    expect(() => getAction(facilitator, id, "plan.edit")).toThrow(NotFoundError);
    restoreAction(facilitator, authorize(facilitator, "plan.edit", getDeletedAction(facilitator, id)));
    expect(listActions(facilitator, gite.id).map((one) => one.title)).toEqual(["Un", "Deux"]);
  });
});

describe("answering", () => {
  it("moves the state, keeps the answer, and waits for the facilitator until seen", () => {
    const { facilitator, host, add, plan } = setUp();
    const id = add("Un");
    answerAction(host, answerable(host, id), { answer: "done", comment: "" });
    expect(getAction(host, id, "plan.view")).toMatchObject({ state: "done", doneOn: "2026-11-24" });
    const [news] = listUnseenAnswers(facilitator, at);
    expect(news).toMatchObject({ title: "Un", state: "done", way: "online", providerId: plan.id });
    markNewsSeen(facilitator, authorize(facilitator, "plan.edit", getPlan(facilitator, news?.planId ?? "")));
    expect(listUnseenAnswers(facilitator, at)).toEqual([]);
  });

  it("takes an answer back by answering again, the history kept", () => {
    const { facilitator, host, add } = setUp();
    const id = add("Un");
    answerAction(host, answerable(host, id), { answer: "notForMe", comment: "Pas de site" });
    answerAction(host, answerable(host, id), { answer: "again", comment: "" });
    expect(getAction(host, id, "plan.view")).toMatchObject({ state: "todo", doneOn: null });
    expect(
      listAnswers(facilitator, id)
        .map((one) => one.state)
        .sort(),
    ).toEqual(["not_relevant", "todo"]);
  });

  it("records what was said on the phone: by the facilitator seen at once, by the desk left to see", () => {
    const { office, facilitator, add } = setUp();
    const colleague = makeMember(office.id, "colleague");
    const id = add("Un");
    const mayRecord = (actor: typeof facilitator) =>
      authorize(actor, "plan.recordAnswer", getAction(actor, id, "plan.recordAnswer"));
    recordAnswer(facilitator, mayRecord(facilitator), recorded(id));
    expect(listUnseenAnswers(facilitator, at)).toEqual([]);
    expect(getAction(facilitator, id, "plan.view").doneOn).toBe("2026-11-20");
    recordAnswer(colleague, mayRecord(colleague), recorded(id, { state: "doing" }));
    expect(listUnseenAnswers(facilitator, at)).toHaveLength(1);
    expect(() => recordAnswer(facilitator, mayRecord(facilitator), recorded(id, { saidOn: "2026-11-25" }))).toThrow(RuleError);
    expect(() => recordAnswer(facilitator, mayRecord(facilitator), recorded(id, { contactId: newId() }))).toThrow(RuleError);
  });
});

describe("what waits", () => {
  it("names a plan without news for six weeks, but not one answered since", () => {
    const { facilitator, host, gite, add } = setUp();
    const id = add("Un");
    const old = at - 50 * 86_400_000;
    sqlite().prepare("UPDATE action_plans SET created_at = ? WHERE provider_id = ?").run(old, gite.id);
    sqlite().prepare("UPDATE actions SET created_at = ? WHERE id = ?").run(old, id);
    expect(listQuietPlans(facilitator, at, { exceptOwners: [] })).toMatchObject([
      { providerId: gite.id, title: "Un", since: old },
    ]);
    expect(listQuietPlans(facilitator, at, { exceptOwners: [gite.ownerId] })).toEqual([]);
    answerAction(host, answerable(host, id), { answer: "again", comment: "" });
    expect(listQuietPlans(facilitator, at, { exceptOwners: [] })).toEqual([]);
  });

  it("names contacts who prefer the phone while a step is open", () => {
    const { office, facilitator, gite, host, add } = setUp();
    sqlite()
      .prepare(
        "INSERT INTO contacts (id, owner_id, provider_id, name, phone, preferred_way, created_at) VALUES (?, ?, ?, 'Odile', '+33199000001', 'phone', 0)",
      )
      .run(newId(), office.id, gite.id);
    expect(listContactsToCall(facilitator)).toEqual([]);
    const id = add("Un");
    expect(listContactsToCall(facilitator)).toMatchObject([{ name: "Odile", title: "Un" }]);
    answerAction(host, answerable(host, id), { answer: "done", comment: "" });
    expect(listContactsToCall(facilitator)).toEqual([]);
  });
});

describe("messages", () => {
  it("reach the referent, and leave once handled", () => {
    const { office, facilitator, gite, host } = setUp();
    const colleague = makeMember(office.id, "colleague");
    const about = getProviderForDesk(colleague, gite.id, "provider.find");
    leaveMessage(colleague, authorize(colleague, "message.leave", about), { id: newId(), text: "Rappeler avant midi" });
    const head = getPlanHead(host, gite.id, "message.callBack");
    askCallback(host, authorize(host, "message.callBack", head), { id: newId(), text: "", contactId: null });
    expect(listOpenMessages(facilitator).map((one) => one.kind)).toEqual(["callback", "colleague"]);
    for (const one of listOpenMessages(facilitator))
      handleMessage(facilitator, authorize(facilitator, "message.handle", getMessage(facilitator, one.id)), true);
    expect(listOpenMessages(facilitator)).toEqual([]);
    expect(listOpenMessages(makeMember(office.id, "facilitator"))).toEqual([]);
  });

  it("reach who stands in for a referent that is away that day, and the referent on other days", () => {
    const { office, facilitator, gite } = setUp();
    const substitute = makeMember(office.id, "facilitator", { name: "Yann Coste" });
    const director = makeMember(office.id, "director");
    const person = authorize(director, "organisation.people", getPerson(director, facilitator.userId));
    const colleague = makeMember(office.id, "colleague");
    const leave = (text: string) => {
      const about = getProviderForDesk(colleague, gite.id, "provider.find");
      leaveMessage(colleague, authorize(colleague, "message.leave", about), { id: newId(), text });
    };
    const absence = { id: newId(), startsOn: "2026-11-24", endsOn: "2026-11-25", substituteId: substitute.userId };
    recordAbsence(director, person, absence);
    leave("Pendant l’absence");
    removeAbsence(director, person, absence.id);
    leave("De retour");
    expect(listOpenMessages(substitute).map((one) => one.text)).toEqual(["Pendant l’absence"]);
    expect(listOpenMessages(facilitator).map((one) => one.text)).toEqual(["De retour"]);
  });

  it("are neither seen nor left by another office", () => {
    const { facilitator, gite } = setUp();
    const other = setUp();
    expect(() => getProviderForDesk(other.facilitator, gite.id, "provider.find")).toThrow(NotFoundError);
    expect(findProvidersForDesk(other.facilitator, "provider gite hotel")).toEqual([]);
    expect(listOpenMessages(other.facilitator)).toEqual([]);
    expect(() => getMessage(facilitator, newId())).toThrow(NotFoundError);
  });
});

describe("privacy of plans", () => {
  it("hides an action from another office and from another provider, whatever the permission asked", () => {
    const { add } = setUp();
    const id = add("Un");
    const other = setUp();
    for (const actor of [other.facilitator, other.host]) {
      for (const permission of ["plan.view", "plan.edit", "plan.answer", "plan.recordAnswer"] as const)
        expect(() => getAction(actor, id, permission)).toThrow(NotFoundError);
    }
  });

  it("lets a host answer but not edit, a director read but not edit, a colleague record but not read", () => {
    const { office, gite, host, add } = setUp();
    const id = add("Un");
    const director = makeMember(office.id, "director");
    const colleague = makeMember(office.id, "colleague");
    expect(() => authorize(host, "plan.edit", getAction(host, id, "plan.view"))).toThrow(ForbiddenError);
    expect(() => authorize(director, "plan.edit", getAction(director, id, "plan.view"))).toThrow(ForbiddenError);
    expect(listAnswers(host, id)).toEqual([]);
    expect(listActions(colleague, gite.id)).toEqual([]);
    expect(() => getAction(colleague, id, "plan.view")).toThrow(NotFoundError);
    expect(listContacts(colleague, gite.id)).toEqual([]);
    expect(can(colleague, "plan.recordAnswer", gite)).toBe(true);
  });
});
