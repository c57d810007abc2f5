import { and, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { hashToken, newToken } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { savedViews, sharedViews } from "~/db/schema/views.server";
import { now as clock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { dashboardQuery } from "./form";
import type { ViewAct } from "./views.form";

type Office = Authorized<{ id: string }, "dashboard.detail">;
type SharingOffice = Authorized<{ id: string }, "dashboard.share">;

/** Keeps the dashboard's filters under a name, one's own or the whole office's. */
export function keepView(actor: Actor, office: Office, input: ViewAct<"keep">): void {
  run(actor, { name: "dashboard.keepView", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const { id, name } = input;
    const row = { id, name, query: cleaned(input.query), isShared: input.isShared === "yes" };
    db()
      .insert(savedViews)
      .values({ ...row, ownerId: office.id, userId: actor.userId, page: "dashboard", createdAt: now })
      .run();
    return { id };
  });
}

/** Forgets a view that one has kept oneself. Throws NotFoundError for another's. */
export function forgetView(actor: Actor, office: Office, id: string): void {
  run(actor, { name: "dashboard.forgetView", id, input: null, ownerId: office.id, isOnce: false }, ({ now }) => {
    const mine = and(eq(savedViews.id, id), eq(savedViews.ownerId, office.id), eq(savedViews.userId, actor.userId));
    if (db().update(savedViews).set({ deletedAt: now }).where(mine).run().changes === 0) throw new NotFoundError("view");
  });
}

const dayMs = 86_400_000;

/**
 * Makes an address that shows these filters' totals until a day; returns its secret, kept nowhere but as a hash.
 * Throws RuleError `linkShown` when the same form comes again.
 */
export function shareView(actor: Actor, office: SharingOffice, input: ViewAct<"share">): string {
  const token = newToken();
  const tokenHash = hashToken(token);
  const made = run(actor, { name: "dashboard.shareView", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const { id, name, days } = input;
    const row = { id, name, tokenHash, query: cleaned(input.query), expiresAt: now + Number(days) * dayMs };
    db()
      .insert(sharedViews)
      .values({ ...row, ownerId: office.id, createdById: actor.userId, createdAt: now })
      .run();
    return { tokenHash };
  });
  if (made.tokenHash !== tokenHash) throw new RuleError("linkShown");
  return token;
}

/** Takes a shared address back at once. Throws NotFoundError for another office's. */
export function revokeView(actor: Actor, office: SharingOffice, id: string): void {
  run(actor, { name: "dashboard.revokeView", id, input: null, ownerId: office.id, isOnce: false }, ({ now }) => {
    const own = and(eq(sharedViews.id, id), eq(sharedViews.ownerId, office.id));
    if (db().update(sharedViews).set({ revokedAt: now }).where(own).run().changes === 0) throw new NotFoundError("view");
  });
}

/** The shared view behind a secret, noted as seen. Throws NotFoundError when it is unknown, expired or taken back. */
export function openSharedView(token: string) {
  const at = clock();
  const living = and(eq(sharedViews.tokenHash, hashToken(token)), isNull(sharedViews.revokedAt), gt(sharedViews.expiresAt, at));
  const { id, ownerId, name, query, expiresAt } = sharedViews;
  const row = db().select({ id, ownerId, name, query, expiresAt }).from(sharedViews).where(living).get();
  if (!row) throw new NotFoundError("sharedView");
  db().update(sharedViews).set({ seenAt: at }).where(eq(sharedViews.id, row.id)).run();
  return row;
}

/** The dashboard's own filters, and nothing else of what was posted. */
function cleaned(query: string): string {
  const parsed = dashboardQuery.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!parsed.success) throw new RuleError("invalid", {}, "query");
  const known = Object.entries(parsed.data).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(known).toString();
}
