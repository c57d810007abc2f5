import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { authSessions } from "~/db/schema/accounts.server";
import { countAttempt, isLimited } from "./limits.server";
import { sessionHash } from "./session-adapter.server";
import { readSessionId } from "./session-cookie.server";
import { hashCode, isSameHash } from "./tokens.server";

/** Whether this device already has a code for this use (a workshop's id). */
export function hasUnlockCode(request: Request, use: string): boolean {
  return readRow(request)?.unlockHash?.startsWith(`${use}:`) === true;
}

/** Chooses the code that opens this device again; four to eight digits, kept as a keyed hash. */
export function chooseUnlockCode(request: Request, use: string, code: string): void {
  const row = readRow(request);
  if (row) set(row.id, { unlockHash: `${use}:${hashCode(row.id, code)}` });
}

/** From now on this device shows that path alone, whatever is asked of it. */
export function lockDevice(request: Request, to: string): void {
  const row = readRow(request);
  if (row) set(row.id, { lockedTo: to });
}

/** Opens the device with its code; false for a wrong one, or after too many. */
export async function unlockDevice(request: Request, code: string): Promise<boolean> {
  const row = readRow(request);
  if (!row?.unlockHash || (await isLimited("unlock", row.id))) return false;
  const kept = row.unlockHash.split(":")[1] ?? "";
  if (!isSameHash(kept, hashCode(row.id, code.trim()))) {
    await countAttempt("unlock", row.id);
    return false;
  }
  set(row.id, { lockedTo: null });
  return true;
}

function readRow(request: Request) {
  const id = readSessionId(request);
  if (!id) return undefined;
  return db()
    .select()
    .from(authSessions)
    .where(eq(authSessions.id, sessionHash(id)))
    .get();
}

function set(id: string, values: { lockedTo?: string | null; unlockHash?: string }): void {
  db().update(authSessions).set(values).where(eq(authSessions.id, id)).run();
}
