import { and, desc, eq, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db, prepared } from "~/db/client.server";
import { authSessions, users } from "~/db/schema/accounts.server";
import { lucia } from "./lucia.server";
import { sessionHash } from "./session-adapter.server";
import { readSessionId } from "./session-cookie.server";

/** Opens a new session for a user on this device; returns the Set-Cookie line. */
export async function openSession(userId: string, request: Request): Promise<string> {
  const at = Date.now();
  const session = await lucia().createSession(userId, { createdAt: at, lastSeenAt: at, device: describeDevice(request) });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends this device's session; returns the Set-Cookie line that forgets it. */
export async function closeSession(request: Request): Promise<string> {
  const id = readSessionId(request);
  if (id) await lucia().invalidateSession(id);
  return lucia().createBlankSessionCookie().serialize();
}

interface SeenRow {
  id: string;
  userId: string;
  expiresAt: number;
  lastSeenAt: number;
  lockedTo: string | null;
}
const seenSession = `
  SELECT id, user_id AS userId, expires_at AS expiresAt, last_seen_at AS lastSeenAt, locked_to AS lockedTo
  FROM auth_sessions WHERE id = ?`;

const seenEveryMs = 10 * 60_000;

/** Whose session this is and whether it has expired; notes that it was seen, at most every ten minutes. */
export function seeSession(id: string): { userId: string; isExpired: boolean; lockedTo: string | null } | undefined {
  const row = prepared<[string], SeenRow>(seenSession).get(sessionHash(id));
  if (!row) return undefined;
  const at = Date.now();
  const isExpired = row.expiresAt * 1000 <= at;
  if (!isExpired && at - row.lastSeenAt > seenEveryMs)
    db().update(authSessions).set({ lastSeenAt: at }).where(eq(authSessions.id, row.id)).run();
  return { userId: row.userId, isExpired, lockedTo: row.lockedTo };
}

/** The devices on which this person is signed in, last used first. */
export function listDevices(actor: Actor, request: Request) {
  const id = readSessionId(request);
  const here = id ? sessionHash(id) : "";
  return db()
    .select({
      id: authSessions.id,
      device: authSessions.device,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
    })
    .from(authSessions)
    .where(eq(authSessions.userId, actor.userId))
    .orderBy(desc(authSessions.lastSeenAt), authSessions.id)
    .limit(50)
    .all()
    .map((row) => ({ ...row, isHere: row.id === here }));
}

/** Signs one of the actor's own devices out. */
export function revokeDevice(actor: Actor, hashedId: string): void {
  db()
    .delete(authSessions)
    .where(and(eq(authSessions.id, hashedId), eq(authSessions.userId, actor.userId)))
    .run();
}

/** Signs the person out everywhere but on this device. */
export function revokeOtherDevices(actor: Actor, request: Request): void {
  const here = sessionHash(readSessionId(request) ?? "");
  db()
    .delete(authSessions)
    .where(and(eq(authSessions.userId, actor.userId), ne(authSessions.id, here)))
    .run();
}

/** Signs a person out everywhere (suspension, change of role or password). */
export function revokeAllDevices(userId: string): void {
  db().delete(authSessions).where(eq(authSessions.userId, userId)).run();
}

export function findUserByEmail(email: string) {
  return db().select().from(users).where(eq(users.email, email.trim().toLowerCase())).get();
}

/** « Firefox, Windows »: enough to recognise one's own device, no more. */
function describeDevice(request: Request): string {
  const agent = request.headers.get("User-Agent") ?? "";
  const browser = ["Firefox", "Edg", "OPR", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? "Navigateur";
  const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"].find((name) => agent.includes(name)) ?? "";
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera" };
  return [names[browser] ?? browser, system].filter(Boolean).join(", ");
}
