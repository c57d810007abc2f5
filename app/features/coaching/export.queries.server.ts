import { and, asc, desc, eq, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import {
  coachingSessions,
  sessionFacilitators,
  sessionGuests,
  sessionParticipants,
  sessionShares,
  sessionTags,
} from "~/db/schema/coaching.server";
import { communes, funders, organisations, tags } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { letOthersPass } from "~/lib/exported-table.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";
import { countedParts } from "./log-parts.server";

const idsAtOnce = 5000;

/** The sessions that the filter matches where the actor may export, newest first: their ids, read by pages that let others pass. */
export async function listSessionIdsToExport(actor: Actor, filter: SessionFilter): Promise<string[]> {
  const { id, heldOn } = coachingSessions;
  const ids: string[] = [];
  let last: { id: string; heldOn: string } | undefined;
  for (;;) {
    const after = last ? or(lt(heldOn, last.heldOn), and(eq(heldOn, last.heldOn), lt(id, last.id))) : undefined;
    const page = db()
      .select({ id, heldOn })
      .from(coachingSessions)
      .where(and(matchingSessions(actor, filter, "coaching.export"), after))
      .orderBy(desc(heldOn), desc(id))
      .limit(idsAtOnce)
      .all();
    for (const row of page) ids.push(row.id);
    last = page.at(-1);
    if (page.length < idsAtOnce) return ids;
    await letOthersPass();
  }
}

/**
 * These sessions in their order, those that the actor may still export; private notes only for whom they are.
 * Of a pooled one, people and minutes are what the offices of the filter count; held by another office, its
 * notes and its own people stay there.
 */
export function listSessionsToExport(actor: Actor, ids: readonly string[], filter: SessionFilter) {
  const owners = officesInScope(actor, "coaching.export", filter.office);
  const parts = countedParts(actor, filter, "coaching.export");
  const elsewhere = db()
    .select({ id: sessionShares.sessionId })
    .from(sessionShares)
    .where(inArray(sessionShares.organisationId, owners));
  const found = db()
    .select({ parts, session: coachingSessions, facilitator: users.name, funder: funders.name, office: organisations.name })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .leftJoin(funders, eq(funders.id, coachingSessions.funderId))
    .where(
      and(
        inArray(coachingSessions.id, [...ids]),
        or(inArray(coachingSessions.ownerId, owners), inArray(coachingSessions.id, elsewhere)),
        isNull(coachingSessions.deletedAt),
      ),
    )
    .all();
  const rows = new Map(found.map((row) => [row.session.id, row]));
  const own = ids.filter((id) => rows.get(id)?.parts.isOwn);
  const participants = group([...listParticipantsOf(own), ...listGuestsOf([...ids], owners)]);
  const helpers = group(listHelpersOf(own));
  const words = group(listTagsOf(own));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { session } = row;
    return {
      ...describeOwn(actor, row),
      participants: participants.get(id) ?? [],
      helpers: (helpers.get(id) ?? []).filter((one) => one.userId !== session.facilitatorId).map((one) => one.name),
      tags: (words.get(id) ?? []).map((one) => one.name),
    };
  });
}

interface Found {
  session: typeof coachingSessions.$inferSelect;
  parts: { isOwn: number; supports: number; minutes: number };
  facilitator: string;
  funder: string | null;
  office: string;
}

function describeOwn(actor: Actor, { session, parts: { isOwn, supports, minutes }, ...named }: Found) {
  return {
    ...session,
    ...named,
    privateNote: can(actor, "coaching.readPrivateNote", session) ? session.privateNote : undefined,
    ...(isOwn ? {} : nothingOfOthers),
    supports,
    durationMinutes: minutes,
    /** Of a pooled session, its length in all. */
    whole: isOwn && minutes === session.durationMinutes ? null : session.durationMinutes,
  };
}

export type ExportedSession = ReturnType<typeof listSessionsToExport>[number];

/** What an office that took part does not read of a session: it counts at its owner, or is its owner's own. */
const nothingOfOthers = {
  note: "",
  privateNote: "",
  facilitator: "",
  funder: null,
  headCount: 0,
  preparationMinutes: 0,
  travelMinutes: 0,
  travelKilometres: 0,
  isComplete: true,
};

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

/** The people of these offices at the sessions of others. */
function listGuestsOf(ids: string[], owners: readonly string[]) {
  const nobody = sql<string | null>`NULL`;
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
    .where(
      and(
        inArray(sessionGuests.sessionId, ids),
        inArray(sessionGuests.organisationId, [...owners]),
        notInArray(coachingSessions.ownerId, [...owners, ""]),
      ),
    )
    .orderBy(asc(providers.name), asc(sessionGuests.id))
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

function group<T extends { sessionId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(row.sessionId);
    if (there) there.push(row);
    else groups.set(row.sessionId, [row]);
  }
  return groups;
}
