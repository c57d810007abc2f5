import { and, asc, between, eq, gt, inArray, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { todayIn } from "~/features/organisations/zone.queries.server";
import { closedOn } from "~/features/providers/closed.queries.server";
import { addMonths } from "~/lib/dates";
import { longSinceMonths, type Narrowing, type Reach, type RowsPage, rowsOnPage } from "./model";
import type { Period } from "./period.model";
import { hasPresence } from "./presence.server";
import { type FigureAsked, officesOfFigures, reachedIn } from "./queries.server";
import { coveredBy, isInScope } from "./scope.server";

/**
 * Known providers by office, kind and commune: how many, with a support in the period and in the one compared
 * with, for the first time ever, and never met at all; and whether the commune is in the office's territory, null
 * where its settings name none.
 */
export function listCoverage(actor: Actor, asked: FigureAsked, before: Period) {
  const owners = officesOfFigures(actor, asked.office);
  const count = (condition: SQL | undefined) => sql<number>`coalesce(sum(${condition}), 0)`;
  const { office: _, ...narrowed } = asked;
  const covered = coveredBy(owners);
  const rows = db()
    .select({
      ownerId: providers.ownerId,
      kind: providers.kind,
      inseeCode: providers.inseeCode,
      commune: communes.name,
      known: sql<number>`count(*)`,
      reached: count(isReached),
      reachedBefore: count(wasReached),
      newProviders: count(and(isReached, isFirst(asked))),
      again: count(and(isReached, wasReached)),
      never: count(isNull(providers.firstSupportOn)),
      longSince: count(isLongSince(owners)),
    })
    .from(providers)
    .leftJoin(sql`(${reachedIn(owners, asked)}) AS now`, sql`now.provider_id = ${providers.id}`)
    .leftJoin(sql`(${reachedIn(owners, { ...narrowed, ...before })}) AS before`, sql`before.provider_id = ${providers.id}`)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(knownIn(owners, asked))
    .groupBy(providers.ownerId, providers.kind, providers.inseeCode)
    .orderBy(asc(communes.name), asc(providers.kind))
    .all();
  return rows.map((row) => ({ ...row, isInScope: covered.get(row.ownerId)?.has(row.inseeCode ?? "") ?? null }));
}

export type CoverageRow = ReturnType<typeof listCoverage>[number];

/** Providers known and reached by office. */
export function listOfficeCoverage(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  return db()
    .select({ ownerId: providers.ownerId, known: sql<number>`count(*)`, reached: sql<number>`coalesce(sum(${isReached}), 0)` })
    .from(providers)
    .leftJoin(sql`(${reachedIn(owners, asked)}) AS now`, sql`now.provider_id = ${providers.id}`)
    .where(knownIn(owners, asked))
    .groupBy(providers.ownerId)
    .all();
}

/** The communes where these offices know a provider, by name: what the filter offers. */
export function listCommuneNames(actor: Actor, office: string | undefined) {
  return db()
    .selectDistinct({ inseeCode: communes.inseeCode, name: communes.name })
    .from(providers)
    .innerJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(inArray(providers.ownerId, officesOfFigures(actor, office)), isNull(providers.deletedAt)))
    .orderBy(asc(communes.name))
    .limit(1000)
    .all();
}

/** Which providers are asked; `before` is the period compared with, which `again` needs. */
export interface ReachAsked extends FigureAsked, RowsPage {
  reach: Reach;
  before?: Period | undefined;
}

/** The providers behind a figure of the coverage, by name, within those whom the actor may list; `next` is the following page's cursor. */
export function listProvidersReached(actor: Actor, { size = rowsOnPage, ...asked }: ReachAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const listed = scope(actor, "provider.list", providers);
  const rows = db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      sessions: sql<number>`coalesce(now.sessions, 0)`,
      supports: sql<number>`coalesce(now.supports, 0)`,
      lastSupportOn: providers.lastSupportOn,
    })
    .from(providers)
    .leftJoin(sql`(${reachedIn(owners, asked)}) AS now`, sql`now.provider_id = ${providers.id}`)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(listed, knownIn(owners, asked), ofReach(owners, asked), afterCursor(asked.after)))
    .orderBy(asc(providers.name), asc(providers.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? `${last.name}|${last.id}` : undefined };
}

/** How many providers `listProvidersReached` pages through. */
export function countProvidersReached(actor: Actor, asked: ReachAsked): number {
  const owners = officesOfFigures(actor, asked.office);
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(providers)
    .leftJoin(sql`(${reachedIn(owners, asked)}) AS now`, sql`now.provider_id = ${providers.id}`)
    .where(and(scope(actor, "provider.list", providers), knownIn(owners, asked), ofReach(owners, asked)))
    .get();
  return row?.count ?? 0;
}

const isReached = sql`now.supports IS NOT NULL`;
const wasReached = sql`before.supports IS NOT NULL`;
const isReachedIn = (owners: readonly string[], asked: Period & Narrowing): SQL =>
  sql`${providers.id} IN (SELECT provider_id FROM (${reachedIn(owners, asked)}))`;
/** Met once, and not for a year as of today. */
const isLongSince = (owners: readonly string[]) => lt(providers.lastSupportOn, addMonths(todayIn(owners), -longSinceMonths));
const isFirst = ({ from, to }: Period) => between(providers.firstSupportOn, from, to);

function ofReach(owners: readonly string[], { reach, before, ...asked }: ReachAsked): SQL | undefined {
  const { office: _, after: _after, ...narrowed } = asked;
  const conditions: Record<Reach, () => SQL | undefined> = {
    known: () => undefined,
    reached: () => isReached,
    newProviders: () => and(isReached, isFirst(asked)),
    followed: () => and(isReached, not(isFirst(asked))),
    again: () => and(isReached, before ? isReachedIn(owners, { ...narrowed, ...before }) : sql`0`),
    never: () => isNull(providers.firstSupportOn),
    longSince: () => isLongSince(owners),
    inScope: isInScope,
    reachedInScope: () => and(isReached, isInScope()),
    ownSite: () => hasPresence(owners, "ownSite"),
    https: () => hasPresence(owners, "https"),
    onlineBooking: () => hasPresence(owners, "onlineBooking"),
    googleProfile: () => hasPresence(owners, "googleProfile"),
  };
  return conditions[reach]();
}

/** The providers known, reached or not: what `now` means in the conditions above. */
export const reachedNow = (owners: readonly string[], asked: Period & Narrowing): SQL =>
  sql`(${reachedIn(owners, asked)}) AS now`;

/** Not deleted, of the kind and commune asked, and not closed or sold before the period, unless met in it all the same. */
export function knownIn(owners: readonly string[], asked: Period & Narrowing): SQL | undefined {
  return and(
    inArray(providers.ownerId, [...owners]),
    isNull(providers.deletedAt),
    asked.providerKind ? eq(providers.kind, asked.providerKind) : undefined,
    asked.commune ? eq(providers.inseeCode, asked.commune) : undefined,
    or(isReached, sql`${providers.id} NOT IN (${closedOn(owners, asked.from)})`),
  );
}

function afterCursor(after: string | undefined): SQL | undefined {
  const at = after?.lastIndexOf("|") ?? -1;
  if (after === undefined || at < 0) return undefined;
  const [name, id] = [after.slice(0, at), after.slice(at + 1)];
  return or(gt(providers.name, name), and(eq(providers.name, name), gt(providers.id, id)));
}
