import { Lucia, TimeSpan } from "lucia";
import { config } from "~/config.server";
import { sessionAdapter } from "./session-adapter.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseSessionAttributes: { createdAt: number; lastSeenAt: number; device: string };
  }
}

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
  return new Lucia(sessionAdapter, {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: cookieName(), attributes: { secure: config().isSecure, sameSite: "lax", path: "/" } },
    getSessionAttributes: (row) => ({ createdAt: row.createdAt }),
  });
}
