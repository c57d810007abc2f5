import { createHash } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import type { Adapter, DatabaseSession } from "lucia";
import { db, prepared } from "~/db/client.server";
import { authSessions } from "~/db/schema/accounts.server";

/** What the database holds of a session's id: a copy of the file opens no session (design 3.5). */
export const sessionHash = (id: string): string => createHash("sha256").update(id).digest("hex");

/** Lucia's storage over our own table; it takes and gives the caller's raw id, the table has its hash. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(id) {
    const row = readSession(sessionHash(id));
    return row ? [toLucia(row, id), { id: row.userId, attributes: {} }] : [null, null];
  },
  async getUserSessions(userId) {
    const rows = db().select().from(authSessions).where(eq(authSessions.userId, userId)).all();
    return rows.map((row) => toLucia(row, row.id));
  },
  async setSession(session) {
    const { id, userId, expiresAt, attributes } = session;
    const row = { id: sessionHash(id), userId, expiresAt: seconds(expiresAt), ...attributes };
    db().insert(authSessions).values(row).run();
  },
  async updateSessionExpiration(id, expiresAt) {
    const row = eq(authSessions.id, sessionHash(id));
    db()
      .update(authSessions)
      .set({ expiresAt: seconds(expiresAt) })
      .where(row)
      .run();
  },
  async deleteSession(id) {
    db()
      .delete(authSessions)
      .where(eq(authSessions.id, sessionHash(id)))
      .run();
  },
  async deleteUserSessions(userId) {
    db().delete(authSessions).where(eq(authSessions.userId, userId)).run();
  },
  async deleteExpiredSessions() {
    db()
      .delete(authSessions)
      .where(lte(authSessions.expiresAt, seconds(new Date())))
      .run();
  },
};

interface SessionRow {
  userId: string;
  expiresAt: number;
  createdAt: number;
  lastSeenAt: number;
  device: string;
}
const oneSession = `
  SELECT s.user_id AS userId, s.expires_at AS expiresAt, s.created_at AS createdAt, s.last_seen_at AS lastSeenAt, s.device
  FROM auth_sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?`;

const readSession = (hashedId: string): SessionRow | undefined => prepared<[string], SessionRow>(oneSession).get(hashedId);

function toLucia(row: SessionRow, id: string): DatabaseSession {
  const { userId, expiresAt, createdAt, lastSeenAt, device } = row;
  return { id, userId, expiresAt: new Date(expiresAt * 1000), attributes: { createdAt, lastSeenAt, device } };
}

/** Lucia's unit of expiry, alone in the database. */
const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);
