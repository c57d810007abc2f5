import { lucia } from "~/auth/lucia.server";
import { adoptConnection, closeDatabase, openDatabase } from "~/db/client.server";
import type { Asker } from "./request-jobs";
import { coordinatorId } from "./seed-office";

/** What each asker sends along, on a file that no server holds yet: a facilitator, the coordinator. */
export async function signIn(path: string, office: { user: string }): Promise<Record<Asker, Record<string, string>>> {
  process.env.DATABASE_PATH = path;
  adoptConnection(openDatabase(path));
  const at = Date.now();
  const [facilitator, coordinator] = [await sessionOf(office.user, at), await sessionOf(coordinatorId, at)];
  closeDatabase();
  return {
    facilitator: { cookie: `balise=${facilitator}` },
    coordinator: { cookie: `balise=${coordinator}` },
  };
}

async function sessionOf(userId: string, at: number): Promise<string> {
  return (await lucia().createSession(userId, { createdAt: at, lastSeenAt: at, device: "Bench" })).id;
}
