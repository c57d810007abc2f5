import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { addActionFromSession, withdrawActionsOfSession } from "~/features/action-plans/commands.server";
import { rewordStepsOfSession, tieStepsToSession } from "~/features/action-plans/session-steps.commands.server";
import type { SessionInput } from "./form";
import { dueOn, kindOf } from "./model";

interface Session {
  id: string;
  ownerId: string;
}

/** Ties the session to the steps of the plans of those present that its form ticked. Throws RuleError `unknownChoice` for another. */
export function tieSteps(actor: Actor, session: Session & { at: number }, input: SessionInput): void {
  const providerIds = [...new Set(input.participants.flatMap((one) => one.providerId ?? []))];
  const chosen = { steps: input.steps ?? [], isWhole: input.hasSteps === "on" };
  tieStepsToSession(actor, { sessionId: session.id, providerIds, at: session.at }, chosen);
}

/** The next step, as an action of the plan of each provider who was there. */
export function writeNextStep(actor: Actor, session: Session, input: SessionInput): void {
  if (!input.nextStep) return;
  const step = {
    title: input.nextStep,
    dueOn: dueOn(input.nextStepDue, input.heldOn, { date: input.nextStepDate, seasonWeeks: seasonWeeksOf(session.ownerId) }),
    theme: input.theme ?? null,
    ...(input.nextStepBy ? { doneBy: input.nextStepBy } : {}),
  };
  for (const providerId of providersThere(input))
    addActionFromSession(actor, { ownerId: session.ownerId, providerId, sessionId: session.id }, step);
}

/** After a correction: untouched steps are reworded, leave the plans of who was not there, or go with the step. */
export function reviseNextStep(actor: Actor, session: Session & { at: number }, input: SessionInput): void {
  const there = input.nextStep ? providersThere(input) : [];
  withdrawActionsOfSession(session.id, { exceptProviders: there, at: session.at });
  if (input.nextStep) rewordStepsOfSession(session.id, input.nextStep);
  writeNextStep(actor, session, input);
}

function providersThere(input: SessionInput): string[] {
  const isGroup = kindOf(input.participants, input.headCount) === "group";
  const there = input.participants.filter((one) => !isGroup || one.presence === "present");
  return [...new Set(there.flatMap((one) => (one.providerId ? [one.providerId] : [])))];
}

function seasonWeeksOf(ownerId: string): number[] {
  const office = db().select({ weeks: organisations.seasonWeeks }).from(organisations).where(eq(organisations.id, ownerId)).get();
  return office?.weeks ?? [];
}
