import { lucia } from "~/auth/lucia.server";
import { hashToken, newToken } from "~/auth/tokens.server";
import { adoptConnection, closeDatabase, db, openDatabase } from "~/db/client.server";
import { apiTokens } from "~/db/schema/api.server";
import { newId } from "~/lib/ids";
import type { Asker } from "./request-jobs";
import { coordinatorId } from "./seed-office";

const dayMs = 86_400_000;

/** What each asker sends along, on a file that no server holds yet, and a hundred keys of the office's programs. */
export async function signIn(
  path: string,
  office: { id: string; user: string },
): Promise<{ askers: Record<Asker, Record<string, string>>; keys: string[] }> {
  process.env.DATABASE_PATH = path;
  adoptConnection(openDatabase(path));
  const at = Date.now();
  const [facilitator, coordinator] = [await sessionOf(office.user, at), await sessionOf(coordinatorId, at)];
  const keys = Array.from({ length: 100 }, (_, nth) => keyOf(office, nth, at));
  closeDatabase();
  return {
    askers: { facilitator: { cookie: `balise=${facilitator}` }, coordinator: { cookie: `balise=${coordinator}` }, program: {} },
    keys,
  };
}

async function sessionOf(userId: string, at: number): Promise<string> {
  return (await lucia().createSession(userId, { createdAt: at, lastSeenAt: at, device: "Bench" })).id;
}

function keyOf(office: { id: string; user: string }, nth: number, createdAt: number): string {
  const key = `balise_${newToken()}`;
  db()
    .insert(apiTokens)
    .values({
      id: newId(),
      ownerId: office.id,
      name: `Bench ${nth}`,
      tokenHash: hashToken(key),
      tail: key.slice(-4),
      scopes: ["sessions", "providers"],
      createdById: office.user,
      createdAt,
      expiresAt: createdAt + dayMs,
    })
    .run();
  return key;
}
