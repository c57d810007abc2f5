import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { changeGoal, deleteGoal } from "./goal.commands.server";
import { goalSchema } from "./goal.form";
import { getDeletedGoal, getGoal } from "./goal.queries.server";
import { describeGoalHistory } from "./goal-history.queries.server";
import { describeGoalPage, describeOpenWarnings } from "./goal-page.server";
import { acknowledgeWarning } from "./goal-warnings.commands.server";
import { reviewGoals } from "./jobs.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** An office that had held half of its year's sessions by this day, two years in a row. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director", { name: "Cécile Hourtin" });
  const gite = makeProvider(facilitator, office);
  const hold = (heldOn: string) => makeSession(facilitator, office, { providers: [gite.id], heldOn });
  for (const year of ["2024", "2025"]) for (const day of ["02-03", "05-04", "12-10", "12-11"]) hold(`${year}-${day}`);
  const goal = (given: Record<string, unknown> = {}) => makeGoal(director, office, { figure: "sessions", target: 4, ...given });
  const open = () => describeOpenWarnings(director, [office.id]);
  const note = (actor: typeof director, id: string, line = "Deux ateliers ajoutés en décembre") => {
    const mine = authorize(actor, "goal.acknowledge", getGoal(actor, id));
    const [warning] = describeGoalPage(actor, getGoal(actor, id)).warnings;
    acknowledgeWarning(actor, mine, { warningId: warning?.id ?? "", line });
  };
  return { office, facilitator, director, gite, hold, goal, open, note };
}

const mailsTo = (userId: string) =>
  sqlite()
    .prepare<[string], { subject: string; text: string }>(
      "SELECT subject, text FROM mails WHERE kind = 'goal.warning' AND recipient = (SELECT email FROM users WHERE id = ?)",
    )
    .all(userId);

describe("a goal behind its season's rhythm", () => {
  it("is told on the dashboard and once by mail to the head, until it is on its way again", () => {
    const { director, facilitator, hold, goal, open } = setUp();
    goal();
    reviewGoals();
    reviewGoals();
    expect(open().map(({ text }) => text)).toEqual(["Séances\u00a0: 0 sur 4, il en faudrait 2 à cette date"]);
    expect(mailsTo(director.userId)).toHaveLength(1);
    expect(mailsTo(director.userId)[0]?.text).toContain("le rythme habituel donne 2");
    expect(mailsTo(facilitator.userId)).toEqual([]);
    for (const day of ["2026-02-03", "2026-05-04"]) hold(day);
    reviewGoals();
    expect(open()).toEqual([]);
  });

  it("is told to the person it is set for, and says nothing of a goal on its pace or without two years", () => {
    const { director, facilitator, goal, open } = setUp();
    goal({ facilitatorId: facilitator.userId });
    goal({ figure: "actionsDone" });
    reviewGoals();
    expect(open()).toHaveLength(1);
    expect(mailsTo(facilitator.userId)).toHaveLength(1);
    expect(mailsTo(director.userId)).toEqual([]);
  });

  it("is noted with a line, once, by who works there; then it leaves the dashboard and stays on the goal's page", () => {
    const { director, facilitator, goal, open, note } = setUp();
    const id = goal();
    reviewGoals();
    note(facilitator, id);
    expect(open()).toEqual([]);
    expect(describeGoalPage(director, getGoal(director, id)).warnings[0]?.answer).toMatch(
      /^Anaïs Berthou, .*\u00a0: Deux ateliers/,
    );
    expect(() => note(director, id)).toThrow(RuleError);
    const elsewhere = makeMember(makeOrganisation().id, "director");
    expect(() => note(elsewhere, id)).toThrow(NotFoundError);
    expect(describeOpenWarnings(elsewhere, [getGoal(director, id).ownerId])).toEqual([]);
  });

  it("follows the figures while it is open, and keeps what was read once it is noted", () => {
    const { director, hold, goal, open, note } = setUp();
    const id = goal({ endsOn: "2026-10-31" });
    const texts = () => describeGoalPage(director, getGoal(director, id)).warnings.map(({ text }) => text);
    reviewGoals();
    hold("2026-10-30");
    reviewGoals();
    expect(open().map(({ text }) => text)).toEqual(["Séances\u00a0: 1 sur 4 à l’échéance"]);
    note(director, id);
    hold("2026-10-29");
    reviewGoals();
    expect(texts()).toEqual(["Séances\u00a0: 1 sur 4 à l’échéance"]);
    expect(mailsTo(director.userId)).toHaveLength(1);
  });

  it("is missed once its deadline has passed", () => {
    const { goal, open } = setUp();
    goal({ endsOn: "2026-10-31" });
    goal({ endsOn: "2026-06-30" });
    reviewGoals();
    expect(open().map(({ text }) => text)).toEqual(["Séances\u00a0: 0 sur 4 à l’échéance"]);
  });
});

describe("the history of a goal", () => {
  it("says who changed what, from what to what and why, and closes the warnings it had", () => {
    const { director, goal, open } = setUp();
    const id = goal();
    reviewGoals();
    const own = () => authorize(director, "goal.set", getGoal(director, id));
    const posted = { id, version: 1, figure: "sessions", target: 2, startsOn: "2026-01-01", endsOn: "2026-12-31" };
    changeGoal(director, own(), goalSchema.parse({ ...posted, reason: "Poste vacant trois mois" }));
    expect(open()).toEqual([]);
    deleteGoal(director, own(), { isBack: false, reason: "Convention finie" });
    deleteGoal(director, authorize(director, "goal.set", getDeletedGoal(director, id)), { isBack: true });
    const history = describeGoalHistory(director, getGoal(director, id));
    expect(history.map(({ line }) => line.replace(/, \d.*$/, ""))).toEqual([
      "Cécile Hourtin a remis l’objectif",
      "Cécile Hourtin a retiré l’objectif",
      "Cécile Hourtin a modifié l’objectif",
      "Cécile Hourtin a fixé l’objectif",
    ]);
    expect(history[2]).toMatchObject({
      changes: [{ field: "À atteindre", was: "4", became: "2" }],
      reason: "Poste vacant trois mois",
    });
    expect(history[1]?.reason).toBe("Convention finie");
  });
});
