import { eq } from "drizzle-orm";
import { type Actor, cameByLink } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { messages } from "~/db/schema/providers.server";
import { findSubstitute } from "~/features/accounts/people.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { enqueue } from "~/jobs/queue.server";
import type { HelpInput } from "./message-form";

interface About {
  id: string;
  ownerId: string;
  referentId: string | null;
}

/** A colleague leaves the referent of a provider, or who stands in for them that day, a message; without a referent it is for every facilitator of the office. */
export function leaveMessage(
  actor: Actor,
  provider: Authorized<About, "message.leave">,
  input: { id: string; text: string },
): { id: string } {
  return write(actor, { name: "message.leave", kind: "colleague", provider }, { ...input, contactId: null });
}

/** The provider asks to be called back. */
export function askCallback(
  actor: Actor,
  provider: Authorized<About, "message.callBack">,
  input: { id: string; text: string; contactId: string | null },
): { id: string } {
  return write(actor, { name: "message.callBack", kind: "callback", provider }, input);
}

/** The provider asks a question or for help, with a theme if it says one. */
export function askHelp(
  actor: Actor,
  provider: Authorized<About, "message.ask">,
  { kind, ...input }: HelpInput & { contactId: string | null },
): { id: string } {
  return write(actor, { name: "message.ask", kind, provider }, input);
}

/** Marks a message as handled, or takes the mark back. */
export function handleMessage(
  actor: Actor,
  message: Authorized<{ id: string; ownerId: string }, "message.handle">,
  isHandled: boolean,
): void {
  const command = { name: "message.handle", id: message.id, input: { isHandled }, ownerId: message.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const mark = isHandled ? { handledAt: now, handledById: actor.userId } : { handledAt: null, handledById: null };
    db().update(messages).set(mark).where(eq(messages.id, message.id)).run();
  });
}

interface Kind {
  name: string;
  kind: "colleague" | "callback" | "help" | "question";
  provider: About;
}

interface Written {
  id: string;
  text: string;
  contactId: string | null;
  theme?: string | undefined;
}

function write(actor: Actor, { name, kind, provider }: Kind, input: Written) {
  const command = { name, id: input.id, input: { providerId: provider.id, ...input }, ownerId: provider.ownerId };
  return run(actor, command, ({ now }) => {
    const fromUserId = cameByLink(actor) ? null : actor.userId;
    const toUserId = readerOn(provider, now);
    const row = { ...input, kind, ownerId: provider.ownerId, providerId: provider.id, fromUserId, toUserId };
    db()
      .insert(messages)
      .values({ ...row, createdAt: now })
      .run();
    if (kind !== "colleague")
      enqueue({ kind: "notices.collect", payload: { providerId: provider.id }, dedupeKey: `notices/${provider.id}` });
    return { id: input.id };
  });
}

/** The referent, or who stands in for them while they are away. */
function readerOn({ referentId, ownerId }: About, at: number): string | null {
  if (!referentId) return null;
  return findSubstitute(referentId, dayAt(ownerId, at))?.id ?? referentId;
}
