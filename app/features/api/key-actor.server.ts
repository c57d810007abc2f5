import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { hashToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { apiTokens } from "~/db/schema/api.server";
import { now } from "~/lib/clock";

const minute = 60_000;

/** Who asks with this key: no person, no role, the key's own organisation and scopes. Undefined once revoked or expired. */
export function findKeyActor(token: string): Actor | undefined {
  const at = now();
  const key = db()
    .select({ id: apiTokens.id, name: apiTokens.name, ownerId: apiTokens.ownerId, scopes: apiTokens.scopes })
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, hashToken(token)), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, at)))
    .get();
  if (!key) return undefined;
  noteUse(key.id, at);
  return {
    userId: `key:${key.id}`,
    name: key.name,
    locale: "fr",
    memberships: [],
    below: [],
    sharing: [],
    providerIds: [],
    currentOrganisationId: key.ownerId,
    key: { organisationId: key.ownerId, scopes: key.scopes },
  };
}

/** Once a minute is enough to tell whether a key still serves. */
function noteUse(id: string, at: number): void {
  const isOld = or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, at - minute));
  db()
    .update(apiTokens)
    .set({ lastUsedAt: at })
    .where(and(eq(apiTokens.id, id), isOld))
    .run();
}
