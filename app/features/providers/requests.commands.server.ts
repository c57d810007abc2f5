import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { messages } from "~/db/schema/providers.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { RuleError } from "~/lib/errors";
import { replyLetter } from "./request-mail.server";
import type { HelpRow } from "./requests.queries.server";

type Request = Authorized<HelpRow, "message.handle">;

/** « Je m’en occupe »: whoever asked sees that it is in hand. */
export function takeRequest(actor: Actor, request: Request): void {
  change(actor, request, { name: "message.take", set: (now) => ({ takenAt: now, takenById: actor.userId }) });
}

/**
 * Answers a request in writing: shown in the provider's space, and by mail where there is an address; what
 * is written back reaches whoever answered. Throws RuleError `answeredAlready` when somebody answered before.
 */
export function replyToRequest(actor: Actor, request: Request, text: string): void {
  const answered = (now: number) => ({ reply: text, repliedAt: now, repliedById: actor.userId, triage: "answered" as const });
  change(actor, request, {
    name: "message.reply",
    input: { text },
    set: (now) => ({ ...answered(now), handledAt: now, handledById: actor.userId }),
    before: () => {
      const row = db().select({ at: messages.repliedAt }).from(messages).where(eq(messages.id, request.id)).get();
      if (row?.at) throw new RuleError("answeredAlready", {}, "text");
    },
    after: () => mailReply(actor, request, text),
  });
}

/** It was settled by telephone. */
export function noteRequestCalled(actor: Actor, request: Request): void {
  change(actor, request, {
    name: "message.called",
    set: (now) => ({ triage: "called", handledAt: now, handledById: actor.userId }),
  });
}

/** It becomes the session that will have this id; done with once that session is logged. */
export function planRequestSession(actor: Actor, request: Request, sessionId: string): void {
  change(actor, request, {
    name: "message.planSession",
    input: { sessionId },
    set: (now) => ({ triage: "session", sessionId, takenAt: request.takenAt ?? now, takenById: actor.userId }),
  });
}

/** It waits again, with what was answered still there. */
export function reopenRequest(actor: Actor, request: Request): void {
  change(actor, request, { name: "message.reopen", set: () => ({ handledAt: null, handledById: null }) });
}

interface Change {
  name: string;
  input?: unknown;
  set: (now: number) => Partial<typeof messages.$inferInsert>;
  before?: () => void;
  after?: () => void;
}

function change(actor: Actor, request: Request, { name, input, set, before, after }: Change): void {
  const subject = { permission: "message.handle" as const, reread: () => ({ ownerId: request.ownerId }) };
  const command = { name, id: request.id, input: input ?? null, ownerId: request.ownerId, subject, isOnce: false };
  run(actor, command, ({ now }) => {
    before?.();
    db().update(messages).set(set(now)).where(eq(messages.id, request.id)).run();
    after?.();
  });
}

function mailReply(actor: Actor, request: Request, text: string): void {
  if (!request.email) return;
  const { ownerId, providerId, contactId, email: recipient, locale } = request;
  const mail = { kind: "reply", ownerId, providerId, contactId, recipient, locale, writerId: actor.userId };
  queueHostMail(mail, () => replyLetter(request, { by: actor.name, text }));
}
