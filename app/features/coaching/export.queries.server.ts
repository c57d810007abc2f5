import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionFacilitators, sessionParticipants, sessionTags } from "~/db/schema/coaching.server";
import { communes, funders, organisations, tags } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";

/** Rows of one file; beyond, the person narrows the period. */
const most = 50_000;

/** The sessions that the filter matches where the actor may export, newest first; private notes only for whom they are. */
export function listSessionsToExport(actor: Actor, filter: SessionFilter) {
  const rows = db()
    .select({ session: coachingSessions, facilitator: users.name, funder: funders.name, office: organisations.name })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .leftJoin(funders, eq(funders.id, coachingSessions.funderId))
    .where(matchingSessions(actor, filter, "coaching.export"))
    .orderBy(desc(coachingSessions.heldOn), desc(coachingSessions.id))
    .limit(most)
    .all();
  const ids = rows.map((row) => row.session.id);
  const participants = group(chunked(ids, listParticipantsOf));
  const helpers = group(chunked(ids, listHelpersOf));
  const words = group(chunked(ids, listTagsOf));
  return rows.map(({ session, ...named }) => ({
    ...session,
    ...named,
    privateNote: can(actor, "coaching.readPrivateNote", session) ? session.privateNote : undefined,
    participants: participants.get(session.id) ?? [],
    helpers: (helpers.get(session.id) ?? []).filter((one) => one.userId !== session.facilitatorId).map((one) => one.name),
    tags: (words.get(session.id) ?? []).map((one) => one.name),
  }));
}

export type ExportedSession = ReturnType<typeof listSessionsToExport>[number];

const colleagues = alias(users, "colleagues");
const visitors = alias(organisations, "visitors");

function listParticipantsOf(ids: string[]) {
  return db()
    .select({
      sessionId: sessionParticipants.sessionId,
      provider: providers.name,
      kind: providers.kind,
      commune: communes.name,
      inseeCode: providers.inseeCode,
      contact: contacts.name,
      colleague: colleagues.name,
      organisation: visitors.name,
      name: sessionParticipants.name,
      presence: sessionParticipants.presence,
    })
    .from(sessionParticipants)
    .leftJoin(providers, eq(providers.id, sessionParticipants.providerId))
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(contacts, eq(contacts.id, sessionParticipants.contactId))
    .leftJoin(colleagues, eq(colleagues.id, sessionParticipants.userId))
    .leftJoin(visitors, eq(visitors.id, sessionParticipants.organisationId))
    .where(inArray(sessionParticipants.sessionId, ids))
    .orderBy(asc(providers.name), asc(sessionParticipants.id))
    .all();
}

function listHelpersOf(ids: string[]) {
  const { sessionId, userId } = sessionFacilitators;
  return db()
    .select({ sessionId, userId, name: users.name })
    .from(sessionFacilitators)
    .innerJoin(users, eq(users.id, userId))
    .where(and(inArray(sessionId, ids)))
    .all();
}

function listTagsOf(ids: string[]) {
  const { sessionId, tagId } = sessionTags;
  return db()
    .select({ sessionId, name: tags.name })
    .from(sessionTags)
    .innerJoin(tags, eq(tags.id, tagId))
    .where(inArray(sessionId, ids))
    .all();
}

/** SQLite binds a bounded number of values a statement. */
function chunked<T>(ids: string[], list: (part: string[]) => T[]): T[] {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += 5000) found.push(...list(ids.slice(start, start + 5000)));
  return found;
}

function group<T extends { sessionId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(row.sessionId);
    if (there) there.push(row);
    else groups.set(row.sessionId, [row]);
  }
  return groups;
}
