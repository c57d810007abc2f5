import { and, asc, eq, inArray, notInArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { isAmong } from "~/db/among.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import {
  coachingSessions,
  sessionFacilitators,
  sessionGuests,
  sessionParticipants,
  sessionTags,
} from "~/db/schema/coaching.server";
import { communes, organisations, tags } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";

/** The ids of a part come as one text, so that one query serves every part. */
export const oneOf = (column: SQLWrapper): SQL => isAmong(column, sql.placeholder("ids"));

export const oneText = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) });

/** Reads who took part in sessions, part after part: everybody of one's own, the people of these offices in those of others. */
export function openPeople(owners: readonly string[]) {
  const [participants, guests] = [prepareParticipants(), prepareGuests(owners)];
  return (ids: readonly string[], own: readonly string[]) =>
    group([...participants.all(oneText(own)), ...guests.all(oneText(ids))]);
}

const colleagues = alias(users, "colleagues");
const visitors = alias(organisations, "visitors");

function prepareParticipants() {
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
    .where(oneOf(sessionParticipants.sessionId))
    .orderBy(asc(providers.name), asc(sessionParticipants.id))
    .prepare();
}

/** The people of these offices at the sessions of others. */
function prepareGuests(owners: readonly string[]) {
  const nobody = sql<string | null>`NULL`;
  const isOurs = inArray(sessionGuests.organisationId, [...owners]);
  return db()
    .select({
      sessionId: sessionGuests.sessionId,
      provider: providers.name,
      kind: providers.kind,
      commune: communes.name,
      inseeCode: providers.inseeCode,
      contact: nobody,
      colleague: nobody,
      organisation: nobody,
      name: nobody,
      presence: sql<"present">`'present'`,
    })
    .from(sessionGuests)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionGuests.sessionId))
    .innerJoin(providers, eq(providers.id, sessionGuests.providerId))
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(oneOf(sessionGuests.sessionId), isOurs, notInArray(coachingSessions.ownerId, [...owners, ""])))
    .orderBy(asc(providers.name), asc(sessionGuests.id))
    .prepare();
}

/** Who held sessions together. */
export function prepareHelpers() {
  const { sessionId, userId } = sessionFacilitators;
  return db()
    .select({ sessionId, userId, name: users.name })
    .from(sessionFacilitators)
    .innerJoin(users, eq(users.id, userId))
    .where(oneOf(sessionId))
    .prepare();
}

/** The tags of sessions. */
export function prepareTags() {
  const { sessionId, tagId } = sessionTags;
  return db()
    .select({ sessionId, name: tags.name })
    .from(sessionTags)
    .innerJoin(tags, eq(tags.id, tagId))
    .where(oneOf(sessionId))
    .prepare();
}

/** Rows by their session. */
export function group<T extends { sessionId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(row.sessionId);
    if (there) there.push(row);
    else groups.set(row.sessionId, [row]);
  }
  return groups;
}
