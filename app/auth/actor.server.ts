import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor } from "~/access/actor";
import { paths } from "~/paths";
import { keepExpiredPost } from "./expired-post.server";
import { loadActor } from "./load-actor.server";
import { lucia } from "./lucia.server";
import { readSessionId } from "./session-cookie.server";
import { seeSession } from "./sessions.server";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    clientAddress: string;
    /** Writes a fault to the log, under the request's id: for answers that are no page. */
    noteFault: (error: unknown) => void;
    /** The status of an error whose page is asked for (app/server/error-pages.server.ts). */
    problem?: number;
    /** Filled by findActor: one reading of the database a request, whatever the number of loaders. */
    actor?: Promise<Actor | undefined>;
    /** Whose session this request came with, once it has expired: what was posted is theirs. */
    expiredUserId?: string;
    /** Set-Cookie lines that the server adds to its answer. */
    setCookie(line: string): void;
  }
}

interface Asked {
  request: Request;
  context: AppLoadContext;
}

/** Sessions live at most this long, whatever their use: 90 days. */
const absoluteLimitMs = 90 * 86_400_000;

/** Who asks; a signed-out reader goes to sign in and comes back, and what was posted is kept as a draft. */
export async function requireActor(asked: Asked): Promise<Actor> {
  const actor = await findActor(asked);
  if (actor) return actor;
  const url = new URL(asked.request.url);
  const draft = await keepExpiredPost(asked.request, asked.context.expiredUserId);
  const reason = draft ? "kept" : readSessionId(asked.request) ? "expired" : undefined;
  const back = draft ? `${url.pathname}?draft=${draft}` : url.pathname;
  const redirectTo = asked.request.method === "GET" ? url.pathname + url.search : back;
  throw redirect(paths.login({ redirectTo, ...(reason ? { reason } : {}) }));
}

/** Who asks, or undefined when signed out, suspended or expired. */
export function findActor({ request, context }: Asked): Promise<Actor | undefined> {
  context.actor ??= readActor(request, context);
  return context.actor;
}

async function readActor(request: Request, context: AppLoadContext): Promise<Actor | undefined> {
  const id = readSessionId(request);
  if (!id) return undefined;
  // Before Lucia, which forgets an expired session as it finds it.
  const seen = seeSession(id);
  if (seen?.isExpired) context.expiredUserId = seen.userId;
  const { session, user } = await lucia().validateSession(id);
  if (!session) return undefined;
  if (Date.now() - session.createdAt > absoluteLimitMs) {
    await lucia().invalidateSession(session.id);
    return undefined;
  }
  // Handed round to be signed on: the device shows one page, and leaves it by its code.
  if (seen?.lockedTo && new URL(request.url).pathname !== seen.lockedTo) throw redirect(seen.lockedTo);
  if (session.fresh) context.setCookie(lucia().createSessionCookie(session.id).serialize());
  return loadActor(user.id);
}
