import { and, asc, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { savedViews, sharedViews } from "~/db/schema/views.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { wordedFilters } from "./describe-filters.server";
import type { DashboardQuery } from "./form";
import { resolveDashboard } from "./queries.server";
import { wordedPeriod } from "./words.server";

/** The views kept of the dashboard, one's own and the office's, with the address of each. */
export function listViews(actor: Actor) {
  const t = translator(actor.locale);
  const owners = ownersWhere(actor, "dashboard.detail");
  const seen = or(eq(savedViews.userId, actor.userId), eq(savedViews.isShared, true));
  const { id, name, query, userId, isShared } = savedViews;
  return db()
    .select({ id, name, query, userId, isShared })
    .from(savedViews)
    .where(and(inArray(savedViews.ownerId, owners), eq(savedViews.page, "dashboard"), isNull(savedViews.deletedAt), seen))
    .orderBy(asc(name))
    .limit(100)
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      to: paths.dashboard(Object.fromEntries(new URLSearchParams(row.query))),
      mark: row.isShared ? t("views:ofOffice") : "",
      isMine: row.userId === actor.userId,
    }));
}

/** The addresses given to these figures that still open, the last first. */
export function listSharedViews(actor: Actor) {
  const t = translator(actor.locale);
  const { id, name, expiresAt, seenAt } = sharedViews;
  const day = (owner: string, at: number) => formatDay(actor.locale, dayAt(owner, at), "long");
  return db()
    .select({ id, name, ownerId: sharedViews.ownerId, expiresAt, seenAt })
    .from(sharedViews)
    .where(
      and(
        inArray(sharedViews.ownerId, ownersWhere(actor, "dashboard.share")),
        isNull(sharedViews.revokedAt),
        gt(expiresAt, now()),
      ),
    )
    .orderBy(desc(sharedViews.createdAt))
    .limit(100)
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      until: t("views:until", { day: day(row.ownerId, row.expiresAt) }),
      seen: row.seenAt ? t("views:seen", { day: day(row.ownerId, row.seenAt) }) : t("views:unseen"),
      revoke: t("views:revokeOf", { name: row.name }),
    }));
}

/** The page of views: the filters that would be kept, in words, the views kept and the addresses given. */
export function describeViews(actor: Actor, query: DashboardQuery) {
  const asked = resolveDashboard(actor, query);
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return {
    current: [wordedPeriod(actor.locale, asked.days), wordedFilters(actor, asked)].filter(Boolean).join(". "),
    query: new URLSearchParams(given).toString(),
    back: paths.dashboard({ ...query }),
    kept: listViews(actor),
    shared: canSomewhere(actor, "dashboard.share") ? listSharedViews(actor) : undefined,
  };
}
