import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { dataRequests } from "~/db/schema/own-data.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { RuleError } from "~/lib/errors";
import { eraseProvider } from "./erasure.server";
import { hasChangedSince } from "./export.queries.server";
import { dueOnOf, type RequestAnswer, type RequestInput } from "./model";
import { mailAnswer } from "./request-mail.server";

type DataRequest = typeof dataRequests.$inferSelect;

/** A provider asks to read all that is kept of it, or to have it erased; due within a month. */
export function askAboutData(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "ownData.ask">,
  input: RequestInput,
): { id: string } {
  return run(actor, { name: "ownData.ask", id: input.id, input, ownerId: provider.ownerId }, ({ now }) => {
    const dueOn = dueOnOf(dayAt(provider.ownerId, now));
    db()
      .insert(dataRequests)
      .values({ ...input, ownerId: provider.ownerId, providerId: provider.id, userId: actor.userId, dueOn, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/**
 * The office's answer, told by mail to whoever asked: the export that was reviewed is released, the people are erased (figures kept),
 * or it says why not. Throws RuleError `decidedAlready`, `wrongAnswer`, `replyNeeded`, and `changedSinceRead` where a note
 * was written after the export was read.
 */
export function answerRequest(actor: Actor, request: Authorized<DataRequest, "ownData.answer">, given: RequestAnswer): void {
  const command = { name: "ownData.answer", id: request.id, input: given, ownerId: request.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    checkAnswer(request, given);
    if (given.answer === "release" && hasChangedSince(actor, request.providerId, given.readAt ?? 0))
      throw new RuleError("changedSinceRead");
    if (given.answer === "erase") eraseProvider(request, { reason: "erasure", actorId: actor.userId, at: now });
    const state = ({ release: "released", erase: "done", refuse: "refused" } as const)[given.answer];
    db()
      .update(dataRequests)
      .set({ state, reply: given.reply, handledById: actor.userId, handledAt: now })
      .where(eq(dataRequests.id, request.id))
      .run();
    if (given.answer !== "erase") mailAnswer(actor, request, { answer: given.answer, reply: given.reply });
  });
}

function checkAnswer(request: DataRequest, { answer, reply }: RequestAnswer): void {
  if (request.state !== "open") throw new RuleError("decidedAlready");
  if (answer === "refuse" && reply === "") throw new RuleError("replyNeeded");
  const fits = answer === "refuse" || (answer === "release") === (request.kind === "access");
  if (!fits) throw new RuleError("wrongAnswer");
}
