import { createHash } from "node:crypto";
import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { authSessions, users } from "~/db/schema/accounts.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseSessionAttributes: { createdAt: number; lastSeenAt: number; device: string };
  }
}

const hash = (id: string) => createHash("sha256").update(id).digest("hex");

/** Sessions are kept by the hash of their id: a copy of the database opens no session (design 3.5). */
function hashingAdapter(inner: Adapter): Adapter {
  const giveBack = (session: DatabaseSession | null, id: string) => (session ? { ...session, id } : null);
  return {
    async getSessionAndUser(id) {
      const [session, user] = await inner.getSessionAndUser(hash(id));
      return [giveBack(session, id), user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (session) => inner.setSession({ ...session, id: hash(session.id) }),
    updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(hash(id), expiresAt),
    deleteSession: (id) => inner.deleteSession(hash(id)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}

export const sessionHash = hash;
export const cookieName = () => (config().isSecure ? "__Host-balise" : "balise");

let current: ReturnType<typeof makeLucia> | undefined;
/** Lucia over the process's database; no type of it leaves this folder. */
export function lucia() {
  current ??= makeLucia();
  return current;
}

/** For tests and restores, after the database changed under it. */
export function forgetLucia(): void {
  current = undefined;
}

function makeLucia() {
  return new Lucia(hashingAdapter(new DrizzleSQLiteAdapter(db(), authSessions, users)), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: cookieName(), attributes: { secure: config().isSecure, sameSite: "lax", path: "/" } },
    getSessionAttributes: (row) => ({ createdAt: row.createdAt }),
  });
}
