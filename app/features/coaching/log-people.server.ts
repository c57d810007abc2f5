import { and, type Column, eq, exists, inArray, like, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere, type Permission } from "~/access/can";
import { db } from "~/db/client.server";
import { coachingSessions, sessionGuests, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { escapeLike, fold } from "~/lib/fold";
import type { SessionFilter } from "./log-filter.server";

/** Someone whom a filter asks for: `among` says it of the column that names the provider. */
interface Wanted {
  isPresent: boolean;
  among(column: Column): SQL;
}

function wantedPeople(actor: Actor, filter: SessionFilter, permission: Permission): Wanted[] {
  const { provider, commune, providerKind, who } = filter;
  const owned = inArray(providers.ownerId, ownersWhere(actor, permission));
  const wanted: Wanted[] = [];
  if (provider) wanted.push({ isPresent: false, among: (column) => eq(column, provider) });
  if (commune || providerKind) {
    const there = db()
      .select({ id: providers.id })
      .from(providers)
      .where(
        and(
          owned,
          commune ? eq(providers.inseeCode, commune) : undefined,
          providerKind ? eq(providers.kind, providerKind) : undefined,
        ),
      );
    // As the figures count it: someone of that kind and commune came.
    wanted.push({ isPresent: true, among: (column) => inArray(column, there) });
  }
  if (who) {
    const found = db()
      .select({ id: providers.id })
      .from(providers)
      .where(and(owned, ...wordsOf(who)));
    wanted.push({ isPresent: false, among: (column) => inArray(column, found) });
  }
  return wanted;
}

/** Of the people of such sessions, those of the commune and the kind asked for: no one else is reached there. */
export function reachedOf(actor: Actor, filter: SessionFilter, column: Column): SQL | undefined {
  const wanted = wantedPeople(actor, filter, "coaching.list").filter(({ isPresent }) => isPresent);
  return and(...wanted.map(({ among }) => among(column)));
}

/** Sessions where the people that the filter names were expected, by the owner's own list of people. */
export function withOwnPeople(actor: Actor, filter: SessionFilter, permission: Permission): SQL | undefined {
  return and(
    ...wantedPeople(actor, filter, permission).map(({ isPresent, among }) => {
      const came = isPresent ? eq(sessionParticipants.presence, "present") : undefined;
      const of = db()
        .select({ id: sessionParticipants.sessionId })
        .from(sessionParticipants)
        .where(and(came, among(sessionParticipants.providerId)));
      return inArray(coachingSessions.id, of);
    }),
  );
}

/** The same of another office's session, by the guests whom the office of a share names: said of a row of `session_shares`. */
export function withGuests(actor: Actor, filter: SessionFilter, permission: Permission): SQL | undefined {
  return and(
    ...wantedPeople(actor, filter, permission).map(({ among }) => {
      const ofShare = and(
        eq(sessionGuests.sessionId, sessionShares.sessionId),
        eq(sessionGuests.organisationId, sessionShares.organisationId),
      );
      return exists(
        db()
          .select({ one: sql`1` })
          .from(sessionGuests)
          .where(and(ofShare, among(sessionGuests.providerId))),
      );
    }),
  );
}

function wordsOf(typed: string): SQL[] {
  const words = fold(typed).split(" ").filter(Boolean).slice(0, 8);
  return words.map((word) => sql`${like(providers.searchText, `%${escapeLike(word)}%`)} ESCAPE '\\'`);
}
