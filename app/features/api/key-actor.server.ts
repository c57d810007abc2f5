import { and, eq, gt, isNull } from "drizzle-orm";
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
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      ownerId: apiTokens.ownerId,
      scopes: apiTokens.scopes,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, hashToken(token)), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, at)))
    .get();
  if (!key) return undefined;
  if (key.lastUsedAt === null || key.lastUsedAt < at - minute) noteUse(key.id, at);
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
  db().update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id)).run();
}
