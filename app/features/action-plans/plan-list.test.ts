import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { addAction } from "./actions.commands.server";
import { answerAction } from "./answers.commands.server";
import { actionSchema } from "./form";
import { planQuery } from "./plan-list.form";
import { type Hint, type PlanState, type PlanView, suggestContact } from "./plan-list.model";
import { listPlans, phonesOf } from "./plan-list.queries.server";
import { getAction, getPlanHead } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const moment = { today: "2026-11-24", at: Date.parse("2026-11-24T10:00:00Z") };

const state = (given: Partial<PlanState>): PlanState => ({
  open: 2,
  blocked: 0,
  late: 0,
  drafts: 0,
  unread: 0,
  isSeen: true,
  lastOn: "2026-11-20",
  nextDueOn: null,
  publishedOn: "2026-11-01",
  ...given,
});

describe("the next contact", () => {
  it.each<[string, Partial<PlanState>, boolean, Hint["kind"], number]>([
    ["a message waits", { unread: 1, blocked: 1 }, false, "answer", 1],
    ["a step is stuck", { blocked: 1, late: 2 }, false, "blocked", 1],
    ["steps wait", { late: 2 }, false, "late", 2],
    ["no call in full season for what waits", { late: 2 }, true, "season", 0],
    ["but for a step that is stuck", { blocked: 1 }, true, "blocked", 1],
    ["silence", { lastOn: "2026-10-01" }, false, "quiet", 7],
    ["never opened", { isSeen: false }, false, "unseen", 0],
    ["not yet opened, but fresh", { isSeen: false, publishedOn: "2026-11-20" }, false, "none", 0],
    ["a day is near", { nextDueOn: "2026-11-28" }, false, "soon", 0],
    ["drafts wait", { drafts: 1 }, false, "draft", 1],
    ["all is done", { open: 0 }, false, "finished", 0],
    ["nothing", {}, false, "none", 0],
  ])("%s", (...[, given, isInSeason, kind, count]) => {
    expect(suggestContact(state(given), { today: moment.today, isInSeason, quietWeeks: 6 })).toEqual({ kind, count });
  });
});

describe("the list of plans", () => {
  function setUp() {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const make = (name: string, ...steps: object[]) => {
      const provider = makeProvider(facilitator, office, { name });
      const head = authorize(facilitator, "plan.edit", getPlanHead(facilitator, provider.id, "plan.edit"));
      const ids = steps.map((step) =>
        addAction(facilitator, head, actionSchema.parse({ id: newId(), title: "Un geste", ...step })),
      );
      return { provider, host: makeProviderLogin(facilitator, provider), ids: ids.map((one) => one.id) };
    };
    return { office, facilitator, make };
  }
  const names = (actor: Parameters<typeof listPlans>[0], view: PlanView, given: object = {}) =>
    listPlans(actor, planQuery.parse({ view, ...given }), moment).rows.map((row) => row.provider);

  it("sorts plans into their views, drafts apart", () => {
    const { facilitator, make } = setUp();
    make("Tardif", { dueOn: "2026-11-01" });
    const stuck = make("Bloqué", {});
    const done = make("Fini", {});
    make("Brouillon", { publication: "draft", dueOn: "2026-11-01" });
    for (const [{ host, ids }, answer] of [
      [stuck, "blocked"],
      [done, "done"],
    ] as const) {
      const action = getAction(host, ids[0] ?? "", "plan.answer");
      answerAction(host, authorize(host, "plan.answer", action), { answer, comment: "" });
    }
    expect(names(facilitator, "all").sort()).toEqual(["Bloqué", "Brouillon", "Fini", "Tardif"]);
    expect(names(facilitator, "late")).toEqual(["Tardif"]);
    expect(names(facilitator, "blocked")).toEqual(["Bloqué"]);
    expect(names(facilitator, "finished")).toEqual(["Fini"]);
    expect(names(facilitator, "draft")).toEqual(["Brouillon"]);
    expect(names(facilitator, "quiet")).toEqual([]);
  });

  it("knows silence by its weeks, and who prefers the phone", () => {
    const { office, facilitator, make } = setUp();
    const { provider } = make("Silencieux", {});
    const old = moment.at - 30 * 86_400_000;
    sqlite().prepare("UPDATE action_plans SET created_at = ?").run(old);
    sqlite().prepare("UPDATE actions SET published_at = ?").run(old);
    expect(names(facilitator, "quiet", { weeks: 4 })).toContain("Silencieux");
    expect(names(facilitator, "quiet", { weeks: 6 })).toEqual([]);
    expect(names(facilitator, "call")).toEqual([]);
    sqlite()
      .prepare(
        "INSERT INTO contacts (id, owner_id, provider_id, name, phone, preferred_way, created_at) VALUES (?, ?, ?, 'Odile', '+33199000001', 'phone', 0)",
      )
      .run(newId(), office.id, provider.id);
    expect(names(facilitator, "call")).toEqual(["Silencieux"]);
    expect(phonesOf(facilitator, [provider.id]).get(provider.id)?.name).toBe("Odile");
  });

  it("stops at the office: no other office, no host, no colleague", () => {
    const { office, facilitator, make } = setUp();
    const { provider, host } = make("Le nôtre", {});
    for (const actor of [setUp().facilitator, host, makeMember(office.id, "colleague")]) {
      expect(names(actor, "all", { who: "all" })).toEqual([]);
      expect(phonesOf(actor, [provider.id]).size).toBe(0);
    }
    const other = makeMember(office.id, "facilitator");
    sqlite().prepare("UPDATE providers SET referent_id = ? WHERE id = ?").run(facilitator.userId, provider.id);
    expect(names(other, "all")).toEqual([]);
    expect(names(other, "all", { who: "all" })).toEqual(["Le nôtre"]);
  });
});
