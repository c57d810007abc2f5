import { and, between, type Column, eq, gte, inArray, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { monthSummaries, providerMonths } from "~/db/schema/figures.server";
import { providers } from "~/db/schema/providers.server";
import { monthOf } from "~/lib/dates";

/** Whole months, both included, ISO days; of one office, or of all in the actor's scope. */
export interface FigurePeriod {
  from: string;
  to: string;
  office?: string | undefined;
}

const total = (column: Column) => sql<number>`coalesce(sum(${column}), 0)`;
const coaching = {
  sessions: total(monthSummaries.sessions),
  shortAdvices: total(monthSummaries.shortAdvices),
  supports: total(monthSummaries.supports),
  /** Contact minutes: a session's duration once. */
  minutes: total(monthSummaries.minutes),
};

/** Sessions, short advices, supports and contact minutes of the period (design §2); other work left out. */
export function getCoachingTotals(actor: Actor, period: FigurePeriod) {
  const row = db().select(coaching).from(monthSummaries).where(inPeriod(actor, period)).get();
  return row ?? { sessions: 0, shortAdvices: 0, supports: 0, minutes: 0 };
}

/** The same by month of the period; months without a session are left out. */
export function listCoachingByMonth(actor: Actor, period: FigurePeriod) {
  const { month } = monthSummaries;
  return db()
    .select({ month, ...coaching })
    .from(monthSummaries)
    .where(inPeriod(actor, period))
    .groupBy(month)
    .orderBy(month)
    .limit(600)
    .all();
}

/** The same by main theme, the most sessions first; the empty theme is « à préciser ». */
export function listCoachingByTheme(actor: Actor, period: FigurePeriod) {
  const { theme } = monthSummaries;
  return db()
    .select({ theme, ...coaching })
    .from(monthSummaries)
    .where(inPeriod(actor, period))
    .groupBy(theme)
    .orderBy(sql`2 DESC`, theme)
    .limit(100)
    .all();
}

/** Distinct providers with at least one support in the period. */
export function countProvidersReached(actor: Actor, period: FigurePeriod): number {
  const row = db()
    .select({ count: sql<number>`count(distinct ${providerMonths.providerId})` })
    .from(providerMonths)
    .where(
      and(
        inArray(providerMonths.ownerId, officesInScope(actor, "dashboard.view", period.office)),
        between(providerMonths.month, monthOf(period.from), monthOf(period.to)),
      ),
    )
    .get();
  return row?.count ?? 0;
}

/** Providers whose first support ever at their owner falls in the period. */
export function countNewProviders(actor: Actor, period: FigurePeriod): number {
  const inDays = and(gte(providers.firstSupportOn, period.from), lte(providers.firstSupportOn, period.to));
  return countKnownWhere(actor, period, inDays);
}

/** Providers known to the office: the denominator of the coverage. */
export function countKnownProviders(actor: Actor, period: FigurePeriod): number {
  return countKnownWhere(actor, period, undefined);
}

function countKnownWhere(actor: Actor, period: FigurePeriod, condition: SQL | undefined): number {
  const owners = officesInScope(actor, "dashboard.view", period.office);
  const known = and(inArray(providers.ownerId, owners), isNull(providers.deletedAt), condition);
  return db().select({ count: sql<number>`count(*)` }).from(providers).where(known).get()?.count ?? 0;
}

function inPeriod(actor: Actor, period: FigurePeriod): SQL | undefined {
  const owners = officesInScope(actor, "dashboard.view", period.office);
  const owned = owners.length === 1 ? eq(monthSummaries.ownerId, owners[0] ?? "") : inArray(monthSummaries.ownerId, owners);
  return and(
    owned,
    between(monthSummaries.month, monthOf(period.from), monthOf(period.to)),
    ne(monthSummaries.kind, "other_work"),
  );
}
