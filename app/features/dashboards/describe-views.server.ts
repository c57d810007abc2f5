import { and, asc, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, canSomewhere, ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { savedViews, sharedViews } from "~/db/schema/views.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import type { SharedPage } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { wordedFilters } from "./describe-filters.server";
import type { DashboardQuery, NetworkQuery } from "./form";
import { resolveNetwork } from "./network.queries.server";
import { resolveDashboard } from "./queries.server";
import { wordedPeriod } from "./words.server";

/** The organisations whose views of a page are asked for. */
interface ViewsOf {
  page: SharedPage;
  owners: readonly string[];
}

const ofDashboard = (actor: Actor): ViewsOf => ({ page: "dashboard", owners: ownersWhere(actor, "view.keep") });

/** The views kept of a page, one's own and those of the whole organisation, with the address of each. */
export function listViews(actor: Actor, { page, owners }: ViewsOf = ofDashboard(actor)) {
  const t = translator(actor.locale);
  const seen = or(eq(savedViews.userId, actor.userId), eq(savedViews.isShared, true));
  const { id, ownerId, name, query, userId, isShared } = savedViews;
  return db()
    .select({ id, ownerId, name, query, userId, isShared })
    .from(savedViews)
    .where(and(inArray(ownerId, [...owners]), eq(savedViews.page, page), isNull(savedViews.deletedAt), seen))
    .orderBy(asc(name))
    .limit(100)
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      to: addressOf(page, row),
      mark: row.isShared ? t("views:forAll") : "",
      isMine: row.userId === actor.userId,
    }));
}

function addressOf(page: SharedPage, { ownerId, query }: { ownerId: string; query: string }): string {
  const asked = Object.fromEntries(new URLSearchParams(query));
  return page === "network" ? paths.network({ network: ownerId, ...asked }) : paths.dashboard(asked);
}

const sharedOfDashboard = (actor: Actor): ViewsOf => ({ page: "dashboard", owners: ownersWhere(actor, "dashboard.share") });

/** The addresses given to a page's figures that still open, the last first. */
export function listSharedViews(actor: Actor, { page, owners }: ViewsOf = sharedOfDashboard(actor)) {
  const t = translator(actor.locale);
  const { id, name, expiresAt, seenAt } = sharedViews;
  const day = (owner: string, at: number) => formatDay(actor.locale, dayAt(owner, at), "long");
  return db()
    .select({ id, name, ownerId: sharedViews.ownerId, expiresAt, seenAt })
    .from(sharedViews)
    .where(
      and(
        inArray(sharedViews.ownerId, [...owners]),
        eq(sharedViews.page, page),
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
    elsewhere: canSomewhere(actor, "network.share") ? paths.networkViews() : "",
    words: wordsOf(actor, "dashboard"),
  };
}

/** The same for a network's page: whose year it is, the views kept of it, the addresses to its totals. Throws NotFoundError out of scope. */
export function describeNetworkViews(actor: Actor, query: NetworkQuery) {
  const { network, year } = resolveNetwork(actor, query);
  const asked = { network: network.id, year };
  const views = { page: "network", owners: [network.id] } as const;
  return {
    current: `${network.name}, ${year}`,
    query: new URLSearchParams({ year }).toString(),
    back: paths.network(asked),
    kept: listViews(actor, views),
    shared: can(actor, "network.share", { ownerId: network.id }) ? listSharedViews(actor, views) : undefined,
    elsewhere: "",
    words: wordsOf(actor, "network"),
  };
}

/** What the page says otherwise of a dashboard and of a network. */
function wordsOf({ locale }: Actor, page: SharedPage) {
  const t = translator(locale);
  return { back: t(`views:back.${page}`), share: t(`views:share.help.${page}`) };
}
