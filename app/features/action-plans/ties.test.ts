import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { correctCoachingSession, deleteCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeDraft, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { tieAction, tieToNewSession, untieAction } from "./action-links.commands.server";
import { listTied } from "./action-links.queries.server";
import { addAction } from "./actions.commands.server";
import { actionSchema } from "./form";
import { describeMyPlan } from "./my-plan.server";
import { getAction, getPlanHead, listActions } from "./queries.server";
import { rewordStepsOfSession } from "./session-steps.commands.server";
import { startFromForm } from "./start-form.server";
import { describeTiedSteps, listStepsToTie } from "./tied.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const [gite, hotel] = [makeProvider(facilitator, office, { name: "Gîte" }), makeProvider(facilitator, office)];
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const { id } = addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Répondre aux avis" }));
  const action = authorize(facilitator, "plan.edit", getAction(facilitator, id, "plan.edit"));
  const tied = () => listTied(facilitator, action).map((one) => one.id);
  return { office, facilitator, gite, hotel, action, tied };
}
const session = (targetId: string) => ({ kind: "session" as const, targetId });
const workshop = (targetId: string) => ({ kind: "workshop" as const, targetId });

it("ties a session of the provider and an announced workshop, shown on both sides, and unties them", () => {
  const { office, facilitator, gite, action, tied } = setUp();
  const sessionId = makeSession(facilitator, office, { providers: [gite.id] });
  const held = makeWorkshop(facilitator, office, { title: "Répondre aux avis, l’atelier" });
  tieAction(facilitator, action, session(sessionId));
  tieAction(facilitator, action, workshop(held.id));
  expect(tied()).toEqual([sessionId, held.id]);
  const [step] = describeTiedSteps(facilitator, "session", sessionId);
  expect(step).toMatchObject({ title: "Répondre aux avis", to: `/actions/${action.id}` });
  expect(step?.context).toContain("Gîte · À faire");
  expect(describeTiedSteps(makeMember(office.id, "director"), "workshop", held.id)).toMatchObject([{ to: null }]);
  const host = makeProviderLogin(facilitator, gite);
  const places = { stepId: null, step: String, comments: String, ticks: String, files: String, seen: "" };
  expect(describeMyPlan(host, gite.id, places).next?.workshops).toMatchObject([{ to: `/my/workshops/${held.id}` }]);
  untieAction(facilitator, action, session(sessionId));
  expect(tied()).toEqual([held.id]);
  expect(describeTiedSteps(facilitator, "session", sessionId)).toEqual([]);
});

it("ties a session that comes out of the step once it is logged, and lets go of it when it is deleted", () => {
  const { office, facilitator, gite, action, tied } = setUp();
  const id = newId();
  tieToNewSession(facilitator, action, id);
  expect(tied()).toEqual([]);
  makeSession(facilitator, office, { id, providers: [gite.id] });
  expect(tied()).toEqual([id]);
  deleteCoachingSession(facilitator, authorize(facilitator, "coaching.delete", getCoachingSession(facilitator, id)));
  expect(tied()).toEqual([]);
});

it("refuses another provider's session, a draft workshop, and what another office holds", () => {
  const { office, facilitator, hotel, action, tied } = setUp();
  const elsewhere = makeOrganisation();
  const stranger = makeMember(elsewhere.id, "facilitator");
  const others = [
    session(makeSession(facilitator, office, { providers: [hotel.id] })),
    workshop(makeDraft(facilitator, office).id),
    workshop(makeWorkshop(stranger, elsewhere).id),
  ];
  for (const target of others) expect(() => tieAction(facilitator, action, target)).toThrow(RuleError);
  expect(tied()).toEqual([]);
});

it("ties a session to the steps that its form ticked, and unties the one that is no longer ticked", () => {
  const { office, facilitator, gite, hotel, action, tied } = setUp();
  const id = newId();
  makeSession(facilitator, office, { id, providers: [gite.id], steps: [action.id], hasSteps: "on" });
  expect(tied()).toEqual([id]);
  expect(listStepsToTie(facilitator, [gite.id], id).map((one) => one.id)).toEqual([action.id]);
  const session = getCoachingSession(facilitator, id, "coaching.correct");
  const again = sessionInput({ id, providers: [gite.id], version: session.version });
  const correcting = () => authorize(facilitator, "coaching.correct", getCoachingSession(facilitator, id, "coaching.correct"));
  correctCoachingSession(facilitator, correcting(), again);
  expect(tied(), "a form that showed no step changes none").toEqual([id]);
  correctCoachingSession(facilitator, correcting(), { ...again, version: session.version + 1, hasSteps: "on" });
  expect(tied()).toEqual([]);
  const foreign = { id: newId(), providers: [hotel.id], steps: [action.id], hasSteps: "on" as const };
  expect(() => makeSession(facilitator, office, foreign)).toThrow(RuleError);
});

it("ties the steps given after a session to it, for those who were there, and leaves their words to themselves", () => {
  const { office, facilitator, gite, hotel } = setUp();
  const sessionId = makeSession(facilitator, office, { providers: [gite.id], nextStep: "Réclamer la fiche Google" });
  const targets = [gite, hotel].map((one) => ({ ...one, kind: "rental" as const }));
  const fields = new FormData();
  fields.set("id", newId());
  fields.set("publication", "published");
  fields.append("steps", "0");
  for (const { id } of targets) fields.append("targets", id);
  const source = { template: "securite-des-comptes", from: null, measures: null };
  const given = startFromForm(facilitator, targets, { fields, source, session: { id: sessionId, present: [gite.id] } });
  expect(given.added).toBe(2);
  const title = "Faire la liste des comptes qui comptent";
  expect(describeTiedSteps(facilitator, "session", sessionId).filter((step) => step.title === title)).toHaveLength(1);
  rewordStepsOfSession(sessionId, "Compléter la fiche Google");
  expect(listActions(facilitator, gite.id).map((one) => one.title)).toEqual(
    expect.arrayContaining(["Compléter la fiche Google", title]),
  );
});
