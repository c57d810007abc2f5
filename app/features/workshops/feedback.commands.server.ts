import { and, eq } from "drizzle-orm";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopFeedback } from "~/db/schema/workshops.server";
import { RuleError } from "~/lib/errors";
import type { FeedbackInput } from "./feedback.form";
import type { RegistrationRow } from "./seats.server";
import { visitor } from "./visitor";

export type Moment = "end" | "later";

/** Keeps one opinion a person and moment. Throws RuleError `feedbackGiven` for a second one. */
export function giveFeedback(
  given: { registration: RegistrationRow; ownerId: string; moment: Moment },
  input: FeedbackInput,
): void {
  const { registration, ownerId, moment } = given;
  run(visitor(registration.locale), { name: "workshop.feedback", id: input.id, input, ownerId }, ({ now }) => {
    if (hasGiven(registration.id, moment)) throw new RuleError("feedbackGiven");
    db()
      .insert(workshopFeedback)
      .values({
        id: input.id,
        ownerId,
        workshopId: registration.workshopId,
        registrationId: registration.id,
        moment,
        usefulness: input.usefulness ?? null,
        pace: input.pace ?? null,
        deed: input.deed,
        wouldRecommend: input.recommend === undefined ? null : input.recommend === "yes",
        comment: input.comment,
        isQuotable: input.quotable === "on",
        createdAt: now,
      })
      .run();
  });
}

/** Whether this person has answered already. */
export function hasGiven(registrationId: string, moment: Moment): boolean {
  const mine = and(eq(workshopFeedback.registrationId, registrationId), eq(workshopFeedback.moment, moment));
  return db().select({ id: workshopFeedback.id }).from(workshopFeedback).where(mine).get() !== undefined;
}
