import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { hashToken, newToken } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { apiTokens } from "~/db/schema/api.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import type { KeyInput } from "./keys.form";
import { mostKeys } from "./model";

type Owner = Authorized<{ id: string }, "api.manage">;
const monthMs = 30.4375 * 86_400_000;

/**
 * Makes a key for an organisation's programs; returns it, kept nowhere but as a hash. Throws RuleError
 * `keyShown` when the same form comes again (the key was shown by the first answer alone), `tooManyKeys`.
 */
export function makeKey(actor: Actor, owner: Owner, input: KeyInput): string {
  const token = `balise_${newToken()}`;
  const made = run(actor, { name: "api.makeKey", id: input.id, input, ownerId: owner.id }, ({ now }) => {
    refuseTooMany(owner.id, now);
    const { id, name, scopes } = input;
    const row = { id, ownerId: owner.id, name, scopes, tokenHash: hashToken(token), tail: token.slice(-4) };
    const expiresAt = now + Math.round(Number(input.months) * monthMs);
    db()
      .insert(apiTokens)
      .values({ ...row, createdById: actor.userId, createdAt: now, expiresAt })
      .run();
    return { tail: row.tail };
  });
  if (made.tail !== token.slice(-4)) throw new RuleError("keyShown");
  return token;
}

/** Ends a key at once. Throws NotFoundError for another organisation's. */
export function revokeKey(actor: Actor, owner: Owner, keyId: string): void {
  run(actor, { name: "api.revokeKey", id: keyId, input: null, ownerId: owner.id, isOnce: false }, ({ now }) => {
    const mine = and(eq(apiTokens.id, keyId), eq(apiTokens.ownerId, owner.id));
    const key = db().select({ revokedAt: apiTokens.revokedAt }).from(apiTokens).where(mine).get();
    if (!key) throw new NotFoundError("key");
    if (key.revokedAt === null) db().update(apiTokens).set({ revokedAt: now }).where(mine).run();
  });
}

function refuseTooMany(ownerId: string, at: number): void {
  const living = and(eq(apiTokens.ownerId, ownerId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, at));
  const found = db().select({ keys: count() }).from(apiTokens).where(living).get();
  if ((found?.keys ?? 0) >= mostKeys) throw new RuleError("tooManyKeys", { most: mostKeys });
}
