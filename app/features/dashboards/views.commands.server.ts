import { and, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { hashToken, newToken } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { savedViews, sharedViews } from "~/db/schema/views.server";
import { now as clock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import type { SharedPage } from "~/lib/vocabulary";
import { dashboardQuery, networkQuery } from "./form";
import type { ViewAct } from "./views.form";

/** An office's dashboard or a network's page, by the organisation whose it is. */
export interface ViewPlace {
  id: string;
  page: SharedPage;
}
type KeepingPlace = Authorized<ViewPlace, "view.keep">;
type SharingPlace = Authorized<ViewPlace, "dashboard.share"> | Authorized<ViewPlace, "network.share">;

/** Keeps the page's filters under a name, one's own or the whole organisation's. */
export function keepView(actor: Actor, place: KeepingPlace, input: ViewAct<"keep">): void {
  run(actor, { name: "dashboard.keepView", id: input.id, input, ownerId: place.id }, ({ now }) => {
    const { id, name } = input;
    const row = { id, name, query: cleaned(place, input.query), isShared: input.isShared === "yes" };
    db()
      .insert(savedViews)
      .values({ ...row, ownerId: place.id, userId: actor.userId, page: place.page, createdAt: now })
      .run();
    return { id };
  });
}

/** Forgets a view that one has kept oneself. Throws NotFoundError for another's. */
export function forgetView(actor: Actor, place: KeepingPlace, id: string): void {
  run(actor, { name: "dashboard.forgetView", id, input: null, ownerId: place.id, isOnce: false }, ({ now }) => {
    const mine = and(eq(savedViews.id, id), eq(savedViews.ownerId, place.id), eq(savedViews.userId, actor.userId));
    if (db().update(savedViews).set({ deletedAt: now }).where(mine).run().changes === 0) throw new NotFoundError("view");
  });
}

const dayMs = 86_400_000;

/**
 * Makes an address that shows these filters' totals until a day; returns its secret, kept nowhere but as a hash.
 * Throws RuleError `linkShown` when the same form comes again.
 */
export function shareView(actor: Actor, place: SharingPlace, input: ViewAct<"share">): string {
  const token = newToken();
  const tokenHash = hashToken(token);
  const made = run(actor, { name: "dashboard.shareView", id: input.id, input, ownerId: place.id }, ({ now }) => {
    const { id, name, days } = input;
    const row = { id, name, tokenHash, query: cleaned(place, input.query), expiresAt: now + Number(days) * dayMs };
    db()
      .insert(sharedViews)
      .values({ ...row, ownerId: place.id, page: place.page, createdById: actor.userId, createdAt: now })
      .run();
    return { tokenHash };
  });
  if (made.tokenHash !== tokenHash) throw new RuleError("linkShown");
  return token;
}

/** Takes a shared address back at once. Throws NotFoundError for another organisation's, or another page's. */
export function revokeView(actor: Actor, place: SharingPlace, id: string): void {
  run(actor, { name: "dashboard.revokeView", id, input: null, ownerId: place.id, isOnce: false }, ({ now }) => {
    const own = and(eq(sharedViews.id, id), eq(sharedViews.ownerId, place.id), eq(sharedViews.page, place.page));
    if (db().update(sharedViews).set({ revokedAt: now }).where(own).run().changes === 0) throw new NotFoundError("view");
  });
}

/** The shared view behind a secret, noted as seen. Throws NotFoundError when it is unknown, expired or taken back. */
export function openSharedView(token: string) {
  const at = clock();
  const living = and(eq(sharedViews.tokenHash, hashToken(token)), isNull(sharedViews.revokedAt), gt(sharedViews.expiresAt, at));
  const { id, ownerId, page, name, query, expiresAt } = sharedViews;
  const row = db().select({ id, ownerId, page, name, query, expiresAt }).from(sharedViews).where(living).get();
  if (!row) throw new NotFoundError("sharedView");
  db().update(sharedViews).set({ seenAt: at }).where(eq(sharedViews.id, row.id)).run();
  return row;
}
export type OpenedView = ReturnType<typeof openSharedView>;

/** What each page's address holds; a view of a network is its own, and has no page of the list of offices. */
const filters = { dashboard: dashboardQuery, network: networkQuery.pick({ year: true }) };

/** The page's own filters, and nothing else of what was posted. */
function cleaned({ page }: ViewPlace, query: string): string {
  const parsed = filters[page].safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!parsed.success) throw new RuleError("invalid", {}, "query");
  const known = Object.entries(parsed.data).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(known).toString();
}
