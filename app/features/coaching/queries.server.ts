import { and, asc, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, type Permission } from "~/access/can";
import { officesInScope, scope } from "~/access/scopes.server";
import { isAmong } from "~/db/among.server";
import { builtOnce, db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { communes, organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { facilitatedBy, isUnfiltered, matchingSessions, type SessionFilter } from "./log-filter.server";
import { countedParts, takesShares } from "./log-parts.server";
import { hasElsewhere } from "./shared.queries.server";

const pageSize = 50;

/**
 * A page of sessions in the actor's scope, newest first, with the names of who was there. Of a pooled one,
 * `supports` and `minutes` are what these offices count; held by another (`isOwn` 0), its own people name it no more.
 */
export function listCoachingSessions(actor: Actor, filter: SessionFilter, size = pageSize) {
  const rows: Listed[] = latestOfOne(actor, filter, size + 1) ?? listMatching(actor, filter, size + 1);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const names = namesOf(page.flatMap((row) => (row.isOwn === 0 ? [] : row.id)));
  return {
    rows: page.map((row) => ({ ...row, who: names.get(row.id) ?? [] })),
    next: rows.length > size && last ? `${last.heldOn}|${last.id}` : undefined,
  };
}

type Matching = ReturnType<typeof listMatching>[number];
type Part = "isOwn" | "minutes" | "wholeSupports" | "office";

/** A line of the log; without its part, the whole of it is counted and these offices held it. */
type Listed = Omit<Matching, Part> & Partial<Pick<Matching, Part>>;

function listMatching(actor: Actor, filter: SessionFilter, limit: number) {
  return db()
    .select({
      ...lineColumns,
      ...countedParts(actor, filter),
      wholeSupports: coachingSessions.supports,
      office: organisations.name,
    })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(and(matchingSessions(actor, filter), afterCursor(filter.after)))
    .orderBy(...newestFirst)
    .limit(limit)
    .all();
}

/** What most ask for, the log as it stands or one person's own, of one office that shares no session: built once. */
function latestOfOne(actor: Actor, filter: SessionFilter, limit: number) {
  const { facilitator, ...rest } = filter;
  const [office, ...others] = officesInScope(actor, "coaching.list", filter.office);
  if (!office || others.length > 0 || !isUnfiltered(rest) || filter.after) return undefined;
  if (takesShares([office]) || hasElsewhere([office])) return undefined;
  return facilitator ? latestOfPerson().all({ office, facilitator, limit }) : latestOfOffice().all({ office, limit });
}

/** The columns of a line of the log. */
const lineColumns = {
  id: coachingSessions.id,
  otherWorkKind: coachingSessions.otherWorkKind,
  title: coachingSessions.title,
  heldOn: coachingSessions.heldOn,
  durationMinutes: coachingSessions.durationMinutes,
  channel: coachingSessions.channel,
  theme: coachingSessions.theme,
  isComplete: coachingSessions.isComplete,
  importId: coachingSessions.importId,
  isCounted: coachingSessions.isCounted,
  /** The line of an other work, which has no one to name. */
  line: sql<string>`case when ${coachingSessions.kind} = 'other_work' then substr(${coachingSessions.note}, 1, 80) else '' end`,
  facilitator: users.name,
};

const newestFirst = [desc(coachingSessions.heldOn), desc(coachingSessions.id)];

/** What it counts of a session is the whole of it. */
const latest = (orm: ReturnType<typeof db>, people?: SQL) =>
  orm
    .select({ ...lineColumns, supports: coachingSessions.supports })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .where(and(eq(coachingSessions.ownerId, sql.placeholder("office")), isNull(coachingSessions.deletedAt), people))
    .orderBy(...newestFirst)
    .limit(sql.placeholder("limit"));

const latestOfOffice = builtOnce((orm) => latest(orm).prepare());
const latestOfPerson = builtOnce((orm) => latest(orm, facilitatedBy(sql.placeholder("facilitator"))).prepare());

/** One session in the scope of `permission`, the private note only for whom it is; throws NotFoundError out of sight. */
export function getCoachingSession(actor: Actor, sessionId: string, permission: Permission = "coaching.view") {
  const row = db()
    .select()
    .from(coachingSessions)
    .where(
      and(scope(actor, permission, coachingSessions), eq(coachingSessions.id, sessionId), isNull(coachingSessions.deletedAt)),
    )
    .get();
  if (!row) throw new NotFoundError("coachingSession");
  return withoutPrivateNote(actor, row);
}

const secondThoughtsMs = 30 * 86_400_000;

/** A session deleted less than 30 days ago, for its undo. */
export function getDeletedCoachingSession(actor: Actor, sessionId: string) {
  const row = db()
    .select()
    .from(coachingSessions)
    .where(
      and(
        scope(actor, "coaching.delete", coachingSessions),
        eq(coachingSessions.id, sessionId),
        gt(coachingSessions.deletedAt, now() - secondThoughtsMs),
      ),
    )
    .get();
  if (!row) throw new NotFoundError("coachingSession");
  return row;
}

/** Whoever a session's row names: a business, a colleague, an office, or a person who is not recorded. */
const whose = {
  key: sql<string>`coalesce(${sessionParticipants.providerId}, ${sessionParticipants.userId}, ${sessionParticipants.organisationId}, ${sessionParticipants.name}, '')`,
  name: sql<string>`coalesce(${providers.name}, ${users.name}, ${organisations.name}, ${sessionParticipants.name}, '')`,
};

/** Who was expected, by name: each business once with the people it came with; there if one of them was. */
export function listParticipants(actor: Actor, sessionId: string) {
  const rows = db()
    .select({
      ...whose,
      providerId: sessionParticipants.providerId,
      userId: sessionParticipants.userId,
      organisationId: sessionParticipants.organisationId,
      kind: providers.kind,
      commune: communes.name,
      person: sql<string | null>`coalesce(${contacts.name}, ${sessionParticipants.name})`,
      presence: sessionParticipants.presence,
    })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .leftJoin(providers, eq(providers.id, sessionParticipants.providerId))
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(contacts, eq(contacts.id, sessionParticipants.contactId))
    .leftJoin(users, eq(users.id, sessionParticipants.userId))
    .leftJoin(organisations, eq(organisations.id, sessionParticipants.organisationId))
    .where(and(scope(actor, "coaching.view", coachingSessions), eq(sessionParticipants.sessionId, sessionId)))
    .orderBy(asc(sql`2`), asc(sessionParticipants.id))
    .limit(500)
    .all();
  const byKey = new Map<string, Omit<(typeof rows)[number], "key" | "person"> & { people: string[] }>();
  for (const { key, person, ...row } of rows) {
    const { people, presence } = byKey.get(key) ?? { people: [], presence: row.presence };
    const named = row.providerId && person ? [...people, person] : people;
    byKey.set(key, { ...row, presence: presence === "present" ? presence : row.presence, people: named });
  }
  return [...byKey.values()];
}

function withoutPrivateNote<T extends { ownerId: string; privateNote: string }>(actor: Actor, row: T): T {
  return can(actor, "coaching.readPrivateNote", row) ? row : { ...row, privateNote: "" };
}

/** The names of each session's people, for one line of a list: a business once, however many came for it. */
function namesOf(sessionIds: readonly string[]): Map<string, string[]> {
  const names = new Map<string, Map<string, string>>();
  if (sessionIds.length === 0) return new Map();
  for (const { sessionId, key, name } of namesOfSessions().all({ sessions: JSON.stringify(sessionIds) })) {
    const ofThis = names.get(sessionId) ?? new Map<string, string>();
    names.set(sessionId, ofThis.set(key, name));
  }
  return new Map([...names].map(([id, ofThis]) => [id, [...ofThis.values()]]));
}

const namesOfSessions = builtOnce((orm) =>
  orm
    .select({ sessionId: sessionParticipants.sessionId, ...whose })
    .from(sessionParticipants)
    .leftJoin(providers, eq(providers.id, sessionParticipants.providerId))
    .leftJoin(users, eq(users.id, sessionParticipants.userId))
    .leftJoin(organisations, eq(organisations.id, sessionParticipants.organisationId))
    .where(isAmong(sessionParticipants.sessionId, sql.placeholder("sessions")))
    .prepare(),
);

function afterCursor(after: string | undefined): SQL | undefined {
  const [heldOn, id] = after?.split("|") ?? [];
  if (!heldOn || !id) return undefined;
  return or(lt(coachingSessions.heldOn, heldOn), and(eq(coachingSessions.heldOn, heldOn), lt(coachingSessions.id, id)));
}
