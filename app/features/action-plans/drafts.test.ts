import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { getPlanTotals } from "~/features/figures/plans.queries.server";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { addAction, correctAction } from "./actions.commands.server";
import { answerAction, markNewsSeen } from "./answers.commands.server";
import { changeMany } from "./batch.commands.server";
import { commentAction, tickStep } from "./comments.commands.server";
import { listComments } from "./comments.queries.server";
import { actionSchema, batchSchema } from "./form";
import { describeHistory } from "./history.server";
import { proposedDueOn } from "./model";
import { listQuietPlans, listUnreadWords } from "./news.queries.server";
import { postOnStep } from "./own-posts.server";
import { publishDrafts } from "./publish.commands.server";
import { findNextAction, getAction, getPlanHead, listActions } from "./queries.server";
import { markPlanSeen } from "./seen.commands.server";
import { startPlan } from "./start.commands.server";
import { stepsOfPlan, stepsOfTemplate } from "./starting-steps.server";
import { getTemplate } from "./templates.server";

const at = Date.parse("2026-11-24T10:00:00Z");
openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const input = (given: object = {}) => actionSchema.parse({ id: newId(), title: "Répondre aux avis", ...given });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office);
  const host = makeProviderLogin(facilitator, gite);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const add = (given: object = {}) => addAction(facilitator, plan, input(given)).id;
  const mine = (id: string) => authorize(host, "plan.answer", getAction(host, id, "plan.answer"));
  return { office, facilitator, gite, host, plan, add, mine };
}

describe("a draft", () => {
  it("reaches nobody at the provider's, nor the desk, the figures or the next step, until it is published", () => {
    const { office, facilitator, gite, host, plan, add } = setUp();
    const id = add({ publication: "draft" });
    const colleague = makeMember(office.id, "colleague");
    const director = makeMember(office.id, "director");
    expect(listActions(host, gite.id)).toEqual([]);
    expect(() => getAction(host, id, "plan.answer")).toThrow(NotFoundError);
    expect(() => getAction(colleague, id, "plan.recordAnswer")).toThrow(NotFoundError);
    expect(listActions(director, gite.id)).toHaveLength(1);
    expect(findNextAction(facilitator, gite.id)).toBeUndefined();
    expect(getPlanTotals(facilitator, { from: "2026-01-01", to: "2026-12-31", asOf: "2026-11-24" }).open).toBe(0);
    expect(publishDrafts(facilitator, plan)).toEqual({ published: 1 });
    expect(listActions(host, gite.id)).toMatchObject([{ id, seenAt: null }]);
    expect(publishDrafts(facilitator, plan)).toEqual({ published: 0 });
    expect(getPlanTotals(facilitator, { from: "2026-01-01", to: "2026-12-31", asOf: "2026-11-24" }).open).toBe(1);
  });

  it("leaves a plan of drafts alone out of those without news", () => {
    const { facilitator, gite, add } = setUp();
    add({ publication: "draft" });
    sqlite().exec("UPDATE action_plans SET created_at = 0; UPDATE actions SET created_at = 0");
    expect(listQuietPlans(facilitator, at, { exceptOwners: [] })).toEqual([]);
    expect(gite.id).toBeTruthy();
  });

  it("stays one when it is corrected as one, and asks for news once published", () => {
    const { facilitator, host, gite, add } = setUp();
    const id = add({ publication: "draft" });
    const row = () => authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit"));
    correctAction(facilitator, row(), input({ id, version: 1, publication: "draft" }));
    expect(listActions(host, gite.id)).toEqual([]);
    correctAction(facilitator, row(), input({ id, version: 2 }));
    expect(listActions(host, gite.id)).toHaveLength(1);
    expect(sqlite().prepare("SELECT count(*) FROM jobs WHERE dedupe_key = ?").pluck().get(`notices/${gite.id}`)).toBe(1);
  });
});

describe("starting a plan", () => {
  const today = "2026-11-24";

  it("takes the ticked steps of a template as drafts, dated before the season, with their sheets; twice is once", () => {
    const { facilitator, gite, host, plan } = setUp();
    sqlite().prepare("UPDATE organisations SET season_weeks = '[27,28,29]' WHERE id = ?").run(gite.ownerId);
    const template = getTemplate("meuble-pret-a-louer");
    const steps = stepsOfTemplate(template, { ownerId: gite.ownerId, today, chosen: [0, 6] });
    expect(steps.map((step) => step.dueOn)).toEqual(["2026-12-15", "2027-07-02"]);
    expect(startPlan(facilitator, plan, { id: newId(), steps, isPublished: false })).toEqual({ added: 2 });
    expect(startPlan(facilitator, plan, { id: newId(), steps, isPublished: false })).toEqual({ added: 0 });
    expect(listActions(host, gite.id)).toEqual([]);
    expect(listActions(facilitator, gite.id)[0]?.steps).toHaveLength(4);
  });

  it("copies open steps between providers of the office, nothing ticked, and never from another office", () => {
    const { office, facilitator, gite, add } = setUp();
    const id = add({ steps: "Un\nDeux" });
    const hotel = makeProvider(facilitator, office);
    const row = authorize(facilitator, "plan.edit", getPlanHead(facilitator, hotel.id, "plan.edit"));
    startPlan(facilitator, row, { id: newId(), steps: stepsOfPlan(facilitator, gite.id, [id]), isPublished: true });
    expect(listActions(facilitator, hotel.id)).toMatchObject([{ title: "Répondre aux avis", dueOn: null }]);
    expect(stepsOfPlan(setUp().facilitator, gite.id, [id])).toEqual([]);
  });

  it.each([
    ["the Friday before the season", [27, 28], "2027-07-02"],
    ["six weeks on without a season", [], "2027-01-08"],
    ["the next season's when this one is under way", [47, 48, 49, 20], "2027-05-14"],
  ])("proposes %s", (_label, weeks, day) => {
    expect(proposedDueOn(today, weeks)).toBe(day);
  });
});

describe("changing many steps", () => {
  const batch = (given: object) => batchSchema.parse(given);

  it("changes those of the plan alone, keeping what they were", () => {
    const { facilitator, gite, plan, add } = setUp();
    const other = setUp();
    const [one, two, theirs] = [add(), add(), other.add()];
    const ids = [one, two, theirs];
    expect(changeMany(facilitator, plan, batch({ ids, change: "due", dueOn: "2027-03-01" }))).toEqual({ changed: 2 });
    expect(listActions(facilitator, gite.id).map((row) => row.dueOn)).toEqual(["2027-03-01", "2027-03-01"]);
    expect(getAction(other.facilitator, theirs, "plan.edit").dueOn).toBeNull();
    changeMany(facilitator, plan, batch({ ids: [one], change: "delete" }));
    expect(listActions(facilitator, gite.id)).toHaveLength(1);
    expect(() => changeMany(facilitator, plan, batch({ ids, change: "due" }))).toThrow(RuleError);
    expect(describeHistory(facilitator, getAction(facilitator, two, "plan.edit"))[0]).toMatch(
      /^modifiée\u00a0: échéance, par Anaïs Berthou/,
    );
  });
});

describe("the life of a step", () => {
  it("takes words from both sides, hides them from others, and marks them read", () => {
    const { office, facilitator, host, add, mine } = setUp();
    const id = add();
    const row = getAction(facilitator, id, "plan.edit");
    commentAction(facilitator, authorize(facilitator, "plan.comment", row), { id: newId(), text: "Bonjour" });
    commentAction(host, authorize(host, "plan.comment", mine(id)), { id: newId(), text: "Merci" });
    expect(listComments(host, id).map((one) => [one.text, one.isFromProvider])).toEqual([
      ["Bonjour", false],
      ["Merci", true],
    ]);
    const other = setUp();
    for (const actor of [other.facilitator, other.host, makeMember(office.id, "colleague")])
      expect(listComments(actor, id)).toEqual([]);
    expect(listUnreadWords(facilitator)).toMatchObject([{ title: row.title, text: "Merci" }]);
    expect(listUnreadWords(other.facilitator)).toEqual([]);
    commentAction(facilitator, authorize(facilitator, "plan.comment", row), { id: newId(), text: "À jeudi" });
    expect(listUnreadWords(facilitator)).toEqual([]);
    commentAction(host, authorize(host, "plan.comment", mine(id)), { id: newId(), text: "À jeudi" });
    markNewsSeen(
      facilitator,
      authorize(facilitator, "plan.edit", { ...getPlanHead(facilitator, row.providerId), id: row.planId }),
    );
    expect(listUnreadWords(facilitator)).toEqual([]);
  });

  it("keeps a word sent twice once, and says what to do where other words come under its id", async () => {
    const { host, add } = setUp();
    const actionId = add();
    const wordId = newId();
    const post = (text: string) => {
      const fields = new FormData();
      fields.set("id", wordId);
      fields.set("text", text);
      return postOnStep(host, { actionId, fields, contactId: null });
    };
    expect(await post("Merci")).toMatchObject({ tone: "ok" });
    expect(await post("Merci")).toMatchObject({ tone: "ok" });
    expect(await post("Merci beaucoup")).toEqual({
      tone: "warn",
      text: "Ce formulaire a déjà été enregistré avec un autre contenu. Rouvrez la page pour en ajouter un autre.",
    });
    expect(listComments(host, actionId).map((one) => one.text)).toEqual(["Merci"]);
  });

  it("refuses a word on a draft, and a director's", () => {
    const { office, facilitator, add } = setUp();
    const draft = getAction(facilitator, add({ publication: "draft" }), "plan.edit");
    const word = { id: newId(), text: "Bonjour" };
    expect(() => commentAction(facilitator, authorize(facilitator, "plan.comment", draft), word)).toThrow(RuleError);
    const director = makeMember(office.id, "director");
    expect(() => authorize(director, "plan.comment", getAction(director, add(), "plan.view"))).toThrow(ForbiddenError);
  });

  it("ticks gestures one by one, which starts it, and knows that it was seen", () => {
    const { facilitator, gite, host, plan, add, mine } = setUp();
    const id = add({ steps: "Chercher\nRéclamer" });
    tickStep(host, mine(id), { step: 1, isDone: true });
    expect(getAction(host, id, "plan.view")).toMatchObject({
      state: "doing",
      steps: [
        { title: "Chercher", isDone: false },
        { title: "Réclamer", isDone: true },
      ],
    });
    expect(() => tickStep(host, mine(id), { step: 5, isDone: true })).toThrow(RuleError);
    const corrected = input({ id, version: 2, steps: "Réclamer\nVérifier" });
    correctAction(facilitator, authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit")), corrected);
    expect(getAction(host, id, "plan.view").steps.map((step) => step.isDone)).toEqual([true, false]);
    markPlanSeen(host, authorize(host, "plan.answer", getPlanHead(host, gite.id, "plan.answer")));
    expect(listActions(facilitator, plan.id)[0]?.seenAt).toBe(at);
  });

  it("keeps the page that shows it done, and tells apart what was already there", () => {
    const { facilitator, add, mine, host } = setUp();
    const [one, two] = [add(), add({ title: "Ouvrir la fiche" })];
    answerAction(host, mine(one), { answer: "done", comment: "", link: "https://gite.example/avis" });
    answerAction(host, mine(two), { answer: "alreadyDone", comment: "" });
    expect(getAction(facilitator, two, "plan.view")).toMatchObject({ state: "already_done", doneOn: null });
    expect(sqlite().prepare("SELECT link FROM action_answers WHERE action_id = ?").pluck().get(one)).toBe(
      "https://gite.example/avis",
    );
  });
});
