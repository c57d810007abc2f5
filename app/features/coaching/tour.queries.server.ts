import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { listProviderIds, type ProviderFilter } from "~/features/providers/list.queries.server";
import { openActionStates } from "~/lib/vocabulary";

export const tourLimit = 40;

/** The stops of a tour to print, by commune: where, whom to call, what was done last, what is under way. */
export function listTourStops(actor: Actor, filter: ProviderFilter) {
  const ids = listProviderIds(actor, filter, tourLimit + 1);
  const shown = ids.slice(0, tourLimit);
  const stops = readPlaces(actor, shown);
  const notes = readLastNotes(actor, shown);
  const steps = readOpenSteps(actor, shown);
  return {
    isLimited: ids.length > tourLimit,
    stops: stops.map((stop) => ({ ...stop, last: notes.get(stop.id), steps: steps.get(stop.id) ?? [] })),
  };
}

function readPlaces(actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      street: establishments.street,
      postcode: establishments.postcode,
      contact: sql<string | null>`min(${contacts.name})`,
      phone: sql<string | null>`min(${contacts.phone})`,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(
      establishments,
      and(eq(establishments.providerId, providers.id), eq(establishments.isMain, true), isNull(establishments.deletedAt)),
    )
    .leftJoin(contacts, and(eq(contacts.providerId, providers.id), isNull(contacts.deletedAt), isNull(contacts.endsOn)))
    .where(and(scope(actor, "provider.list", { ownerId: providers.ownerId }), inArray(providers.id, [...ids])))
    .groupBy(providers.id)
    .orderBy(asc(communes.name), asc(providers.searchText))
    .all();
}

/** The latest session with each provider: its day and what was done. */
function readLastNotes(actor: Actor, ids: readonly string[]) {
  const notes = new Map<string, { heldOn: string; note: string }>();
  if (ids.length === 0) return notes;
  const rows = db()
    .select({ providerId: sessionParticipants.providerId, heldOn: coachingSessions.heldOn, note: coachingSessions.note })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(
      and(
        scope(actor, "coaching.list", coachingSessions),
        inArray(sessionParticipants.providerId, [...ids]),
        isNull(coachingSessions.deletedAt),
      ),
    )
    .orderBy(desc(coachingSessions.heldOn))
    .limit(5000)
    .all();
  for (const row of rows) if (row.providerId && !notes.has(row.providerId)) notes.set(row.providerId, row);
  return notes;
}

function readOpenSteps(actor: Actor, ids: readonly string[]) {
  const steps = new Map<string, string[]>();
  if (ids.length === 0) return steps;
  const rows = db()
    .select({ providerId: actions.providerId, title: actions.title })
    .from(actions)
    .where(
      and(
        scope(actor, "plan.view", actions),
        inArray(actions.providerId, [...ids]),
        isNull(actions.deletedAt),
        isNotNull(actions.publishedAt),
        inArray(actions.state, [...openActionStates]),
      ),
    )
    .orderBy(asc(actions.position))
    .limit(400)
    .all();
  for (const row of rows) steps.set(row.providerId, [...(steps.get(row.providerId) ?? []), row.title]);
  return steps;
}
