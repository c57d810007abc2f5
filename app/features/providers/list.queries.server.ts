import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { officesInScope, scope } from "~/access/scopes.server";
import { attendances } from "~/db/attendances.server";
import { builtOnce, db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { communes } from "~/db/schema/organisations.server";
import { partnerships, providers, providerTags } from "~/db/schema/providers.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { closedOn } from "./closed.queries.server";
import { containsAll } from "./search.server";

export interface ProviderFilter {
  q?: string | undefined;
  kind?: EstablishmentKind | undefined;
  /** INSEE code. */
  commune?: string | undefined;
  referent?: string | undefined;
  office?: string | undefined;
  tag?: string | undefined;
  /** Partners of the year, or the others. */
  partner?: { year: number; isPartner: boolean } | undefined;
  /** Worked on in at least one session, as its main theme. */
  theme?: string | undefined;
  met?: "ever" | "never" | undefined;
  /** Met, but not since this ISO day. */
  notSeenSince?: string | undefined;
  sort?: "name" | "seen" | undefined;
  /** The list's cursor: the last row's id, or `lastSupportOn|id` when sorted by last seen. */
  after?: string | undefined;
}

const pageSize = 50;
const columns = {
  id: providers.id,
  name: providers.name,
  kind: providers.kind,
  commune: communes.name,
  referent: users.name,
  lastSupportOn: providers.lastSupportOn,
};

/**
 * A page of providers in the actor's scope; `next` is the cursor of the following one. By name is by the folded text that begins
 * with it, « Épicerie » before « Ferme »; that text holds contacts too, so that its cursor is the row's id alone.
 */
export function listProviders(actor: Actor, filter: ProviderFilter) {
  const bySeen = filter.sort === "seen";
  const rows = firstOfOne(actor, filter) ?? listMatching(actor, filter, bySeen);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const key = bySeen ? `${last?.lastSupportOn ?? ""}|` : "";
  return { rows: page, next: rows.length > pageSize && last ? `${key}${last.id}` : undefined };
}

function listMatching(actor: Actor, filter: ProviderFilter, bySeen: boolean) {
  return listed(db())
    .where(and(matching(actor, filter), afterCursor(actor, filter)))
    .orderBy(bySeen ? desc(seenKey) : asc(providers.searchText), bySeen ? desc(providers.id) : asc(providers.id))
    .limit(pageSize + 1)
    .all();
}

/** What most ask for, the first page of one office: built once. */
function firstOfOne(actor: Actor, filter: ProviderFilter) {
  const [office, ...others] = officesInScope(actor, "provider.list", filter.office);
  return office && others.length === 0 && isUnfiltered(filter) ? firstOfOffice().all({ office }) : undefined;
}

const firstOfOffice = builtOnce((orm) =>
  listed(orm)
    .where(and(eq(providers.ownerId, sql.placeholder("office")), isNull(providers.deletedAt)))
    .orderBy(asc(providers.searchText), asc(providers.id))
    .limit(pageSize + 1)
    .prepare(),
);

const listed = (orm: ReturnType<typeof db>) =>
  orm
    .select(columns)
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId));

/** Whether nothing narrows or moves the list but its office. */
const isUnfiltered = ({ office: _office, ...rest }: ProviderFilter) => Object.values(rest).every((value) => value === undefined);

/** How many providers the filter matches; of whole offices, kept. */
export function countProviders(actor: Actor, filter: ProviderFilter): number {
  if (!isUnfiltered({ ...filter, after: undefined, sort: undefined })) return readCount(actor, filter);
  const owners = officesInScope(actor, "provider.list", filter.office);
  return keptReading(`providers.count ${owners.join()}`, () => readCount(actor, { office: filter.office }));
}

function readCount(actor: Actor, filter: ProviderFilter): number {
  const row = db().select({ count: sql<number>`count(*)` }).from(providers).where(matching(actor, filter)).get();
  return row?.count ?? 0;
}

/** Ids of all that the filter matches, by commune then name; at most `limit`. */
export function listProviderIds(actor: Actor, filter: ProviderFilter, limit: number): string[] {
  return db()
    .select({ id: providers.id })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(matching(actor, filter))
    .orderBy(asc(communes.name), asc(providers.searchText), asc(providers.id))
    .limit(limit)
    .all()
    .map((row) => row.id);
}

/** Providers by commune: known, and met at least once; the most first. */
export function listProvidersByCommune(actor: Actor, office: string | undefined) {
  return db()
    .select({
      inseeCode: providers.inseeCode,
      name: communes.name,
      known: sql<number>`count(*)`,
      met: sql<number>`sum(${providers.lastSupportOn} IS NOT NULL)`,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(matching(actor, { office }))
    .groupBy(providers.inseeCode)
    .orderBy(sql`3 DESC`, asc(communes.name))
    .limit(500)
    .all();
}

const seenKey = sql`coalesce(${providers.lastSupportOn}, '')`;

function matching(actor: Actor, filter: ProviderFilter): SQL | undefined {
  return and(
    filter.office
      ? inArray(providers.ownerId, officesInScope(actor, "provider.list", filter.office))
      : scope(actor, "provider.list", { ownerId: providers.ownerId }),
    isNull(providers.deletedAt),
    filter.q ? containsAll(filter.q) : undefined,
    filter.kind ? eq(providers.kind, filter.kind) : undefined,
    filter.commune ? eq(providers.inseeCode, filter.commune) : undefined,
    filter.referent ? eq(providers.referentId, filter.referent) : undefined,
    filter.tag ? hasTag(filter.tag) : undefined,
    filter.partner ? isPartner(filter.partner) : undefined,
    filter.theme ? workedOn(filter.theme) : undefined,
    ...contactConditions(actor, filter),
  );
}

function contactConditions(actor: Actor, { met, notSeenSince, office }: ProviderFilter): (SQL | undefined)[] {
  return [
    met === "never" ? and(isNull(providers.lastSupportOn), isNotClosed(actor, office)) : undefined,
    met === "ever" ? isNotNull(providers.lastSupportOn) : undefined,
    notSeenSince ? lt(providers.lastSupportOn, notSeenSince) : undefined,
  ];
}

/** Nobody goes to meet what is closed or sold: the dashboard counts the same. */
function isNotClosed(actor: Actor, office: string | undefined): SQL {
  const owners = officesInScope(actor, "provider.list", office);
  return sql`${providers.id} NOT IN (${closedOn(owners, todayOf(actor))})`;
}

function hasTag(tagId: string): SQL {
  const rows = db()
    .select({ one: sql`1` })
    .from(providerTags)
    .where(and(eq(providerTags.providerId, providers.id), eq(providerTags.tagId, tagId)));
  return exists(rows);
}

function isPartner({ year, isPartner: isWanted }: { year: number; isPartner: boolean }): SQL {
  const rows = db()
    .select({ one: sql`1` })
    .from(partnerships)
    .where(and(eq(partnerships.providerId, providers.id), eq(partnerships.year, year)));
  return isWanted ? exists(rows) : sql`NOT ${exists(rows)}`;
}

function workedOn(theme: string): SQL {
  const rows = db()
    .select({ one: sql`1` })
    .from(attendances)
    .innerJoin(coachingSessions, sql`${coachingSessions.id} = attendances.session_id`)
    .where(
      and(sql`attendances.provider_id = ${providers.id}`, eq(coachingSessions.theme, theme), isNull(coachingSessions.deletedAt)),
    );
  return exists(rows);
}

const before = alias(providers, "before");

/** The row after which the page begins is read in scope too: another office's says nothing of its name. */
function afterCursor(actor: Actor, { after, sort }: ProviderFilter): SQL | undefined {
  if (after === undefined) return undefined;
  const cut = after.lastIndexOf("|");
  const id = after.slice(cut + 1);
  if (sort !== "seen") {
    const own = db().select({ text: before.searchText, id: before.id }).from(before);
    const last = own.where(and(eq(before.id, id), scope(actor, "provider.list", { ownerId: before.ownerId })));
    return sql`(${providers.searchText}, ${providers.id}) > ${last}`;
  }
  const key = after.slice(0, Math.max(cut, 0));
  return or(sql`${seenKey} < ${key}`, and(sql`${seenKey} = ${key}`, lt(providers.id, id)));
}
