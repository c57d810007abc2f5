import { and, asc, between, eq, getTableColumns, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { communes } from "~/db/schema/organisations.server";
import { establishments, providers } from "~/db/schema/providers.server";
import { workshops } from "~/db/schema/workshops.server";
import { countPeople } from "~/features/workshops/queries.server";
import { NotFoundError } from "~/lib/errors";
import { afterCursor, pageFrom } from "./cursor.server";

/** A page of a list, or one row by its id. */
export interface PageAsked {
  limit: number;
  after?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The key's own providers in the order of their making; nobody's name, mail, phone or address but the business's. */
export function pageOfProviders(actor: Actor, { limit, after }: PageAsked) {
  const rows = readProviders(actor, afterCursor(after, providers.createdAt, providers.id), limit + 1);
  return pageFrom(rows, limit, (row) => row.createdAt);
}

/** One of them; throws NotFoundError for another office's. */
export const oneProvider = (actor: Actor, id: string) => only(readProviders(actor, eq(providers.id, id), 1));

function readProviders(actor: Actor, which: SQL | undefined, limit: number) {
  const { id, name, siret, kind, inseeCode, firstSupportOn, lastSupportOn, createdAt } = providers;
  const isLiving = and(isNull(providers.deletedAt), isNull(providers.mergedIntoId));
  const rows = db()
    .select({ id, name, siret, kind, inseeCode, communeName: communes.name, firstSupportOn, lastSupportOn, createdAt })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(scope(actor, "provider.list", providers), isLiving, which))
    .orderBy(asc(createdAt), asc(id))
    .limit(limit)
    .all();
  const places = db()
    .select({
      providerId: establishments.providerId,
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
      isMain: establishments.isMain,
      inseeCode: establishments.inseeCode,
    })
    .from(establishments)
    .where(and(inArray(establishments.providerId, ["", ...rows.map((row) => row.id)]), isNull(establishments.deletedAt)))
    .orderBy(asc(establishments.id))
    .all();
  return rows.map((row) => ({ ...row, establishments: places.filter((one) => one.providerId === row.id) }));
}

/** The key's own sessions by day, with the ids of the providers that came; the note with its scope, the private one never. */
export function pageOfSessions(actor: Actor, { limit, after, from, to }: PageAsked) {
  const days = between(coachingSessions.heldOn, from ?? "0000-01-01", to ?? "9999-12-31");
  const beyond = afterCursor(after, coachingSessions.heldOn, coachingSessions.id);
  return pageFrom(readSessions(actor, and(days, beyond), limit + 1), limit, (row) => row.heldOn);
}

/** One of them; throws NotFoundError for another office's. */
export const oneSession = (actor: Actor, id: string) => only(readSessions(actor, eq(coachingSessions.id, id), 1));

function readSessions(actor: Actor, which: SQL | undefined, limit: number) {
  const { id, ownerId, kind, otherWorkKind, heldOn, channel, theme, subThemes, supports, headCount, isCounted, note } =
    getTableColumns(coachingSessions);
  const { durationMinutes, preparationMinutes, travelMinutes, travelKilometres } = coachingSessions;
  const spent = { durationMinutes, preparationMinutes, travelMinutes, travelKilometres };
  const rows = db()
    .select({
      id,
      ownerId,
      kind,
      otherWorkKind,
      heldOn,
      channel,
      theme,
      subThemes,
      supports,
      headCount,
      isCounted,
      note,
      ...spent,
    })
    .from(coachingSessions)
    .where(and(scope(actor, "coaching.list", coachingSessions), isNull(coachingSessions.deletedAt), which))
    .orderBy(asc(heldOn), asc(id))
    .limit(limit)
    .all();
  const present = db()
    .selectDistinct({ sessionId: sessionParticipants.sessionId, providerId: sql<string>`${sessionParticipants.providerId}` })
    .from(sessionParticipants)
    .where(
      and(
        inArray(sessionParticipants.sessionId, ["", ...rows.map((row) => row.id)]),
        eq(sessionParticipants.presence, "present"),
        sql`${sessionParticipants.providerId} IS NOT NULL`,
      ),
    )
    .all();
  return rows.map(({ note: text, ...row }) => ({
    ...row,
    ...(can(actor, "api.readNotes", row) ? { note: text } : {}),
    providerIds: present.filter((one) => one.sessionId === row.id).map((one) => one.providerId),
  }));
}

/** The key's own workshops but drafts, in the order of their making; nobody who registered. */
export function pageOfWorkshops(actor: Actor, { limit, after, from, to }: PageAsked) {
  const days = between(workshops.heldOn, from ?? "0000-01-01", to ?? "9999-12-31");
  const beyond = afterCursor(after, workshops.createdAt, workshops.id);
  return pageFrom(readWorkshops(actor, and(days, beyond), limit + 1), limit, (row) => row.createdAt);
}

/** One of them; throws NotFoundError for another office's. */
export const oneWorkshop = (actor: Actor, id: string) => only(readWorkshops(actor, eq(workshops.id, id), 1));

function readWorkshops(actor: Actor, which: SQL | undefined, limit: number) {
  const { videoUrl: _, ...columns } = getTableColumns(workshops);
  const rows = db()
    .select(columns)
    .from(workshops)
    .where(and(scope(actor, "workshop.view", workshops), isNull(workshops.deletedAt), ne(workshops.state, "draft"), which))
    .orderBy(asc(workshops.createdAt), asc(workshops.id))
    .limit(limit)
    .all();
  const people = countPeople(rows.map((row) => row.id));
  return rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt).toISOString(),
    endsAt: new Date(row.endsAt).toISOString(),
    seated: people.get(row.id)?.seated ?? 0,
    waiting: people.get(row.id)?.waiting ?? 0,
  }));
}

/** The first row; throws NotFoundError where there is none. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new NotFoundError("row");
  return row;
}
