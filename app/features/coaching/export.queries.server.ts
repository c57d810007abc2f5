import { and, asc, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { can, ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionFacilitators, sessionParticipants, sessionTags } from "~/db/schema/coaching.server";
import { communes, funders, organisations, tags } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { letOthersPass } from "~/lib/exported-table.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";

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

/** These sessions in their order, those that the actor may still export; private notes only for whom they are. */
export function listSessionsToExport(actor: Actor, ids: readonly string[]) {
  const found = db()
    .select({ session: coachingSessions, facilitator: users.name, funder: funders.name, office: organisations.name })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .leftJoin(funders, eq(funders.id, coachingSessions.funderId))
    .where(
      and(
        inArray(coachingSessions.id, [...ids]),
        inArray(coachingSessions.ownerId, ownersWhere(actor, "coaching.export")),
        isNull(coachingSessions.deletedAt),
      ),
    )
    .all();
  const rows = new Map(found.map((row) => [row.session.id, row]));
  const participants = group(listParticipantsOf([...ids]));
  const helpers = group(listHelpersOf([...ids]));
  const words = group(listTagsOf([...ids]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { session, ...named } = row;
    return {
      ...session,
      ...named,
      privateNote: can(actor, "coaching.readPrivateNote", session) ? session.privateNote : undefined,
      participants: participants.get(id) ?? [],
      helpers: (helpers.get(id) ?? []).filter((one) => one.userId !== session.facilitatorId).map((one) => one.name),
      tags: (words.get(id) ?? []).map((one) => one.name),
    };
  });
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

function group<T extends { sessionId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(row.sessionId);
    if (there) there.push(row);
    else groups.set(row.sessionId, [row]);
  }
  return groups;
}
