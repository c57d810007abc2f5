import { desc, eq } from "drizzle-orm";
import type { Authorized } from "~/access/authorized";
import { db } from "~/db/client.server";
import { apiTokens } from "~/db/schema/api.server";

/** The keys of an organisation, the newest first, ended ones included; never what opens. */
export function listKeys(owner: Authorized<{ id: string }, "api.manage">) {
  const { id, name, tail, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = apiTokens;
  return db()
    .select({ id, name, tail, scopes, createdAt, expiresAt, lastUsedAt, revokedAt })
    .from(apiTokens)
    .where(eq(apiTokens.ownerId, owner.id))
    .orderBy(desc(createdAt), desc(id))
    .limit(100)
    .all();
}
