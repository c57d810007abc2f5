import { lucia } from "~/auth/lucia.server";
import { hashToken } from "~/auth/tokens.server";
import { adoptConnection, closeDatabase, db, openDatabase } from "~/db/client.server";
import { apiTokens } from "~/db/schema/api.server";
import type { Asker } from "./request-jobs";
import { coordinatorId } from "./seed-office";

const token = "balise_bench";

/** What each asker sends along, on a file that no server holds yet: a facilitator, the coordinator, a program. */
export async function signIn(path: string, office: { id: string; user: string }): Promise<Record<Asker, Record<string, string>>> {
  process.env.DATABASE_PATH = path;
  adoptConnection(openDatabase(path));
  const at = Date.now();
  const [facilitator, coordinator] = [await sessionOf(office.user, at), await sessionOf(coordinatorId, at)];
  const key = { id: office.id, ownerId: office.id, name: "Bench", tail: token.slice(-4), createdById: office.user };
  db()
    .insert(apiTokens)
    .values({ ...key, tokenHash: hashToken(token), scopes: ["figures", "sessions"], createdAt: at, expiresAt: at + 86_400_000 })
    .run();
  closeDatabase();
  return {
    facilitator: { cookie: `balise=${facilitator}` },
    coordinator: { cookie: `balise=${coordinator}` },
    program: { authorization: `Bearer ${token}` },
  };
}

async function sessionOf(userId: string, at: number): Promise<string> {
  return (await lucia().createSession(userId, { createdAt: at, lastSeenAt: at, device: "Bench" })).id;
}
