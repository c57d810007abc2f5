import { and, eq, exists, gte, inArray, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere, type Permission } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionParticipants, sessionTags } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { escapeLike, fold } from "~/lib/fold";
import type { EstablishmentKind, SessionChannel, SessionKind } from "~/lib/vocabulary";

/** What the log can be narrowed to; days are ISO, both included. */
export interface SessionFilter {
  from?: string | undefined;
  to?: string | undefined;
  kind?: SessionKind | undefined;
  /** `none` is « à préciser ». */
  theme?: string | undefined;
  /** `none` where no channel was noted. */
  channel?: SessionChannel | "none" | undefined;
  /** Led or helped by this person: each counts theirs (design §2). */
  facilitator?: string | undefined;
  provider?: string | undefined;
  /** Words of a provider's name, contacts or commune. */
  who?: string | undefined;
  /** An INSEE code: sessions where a provider of there was present. */
  commune?: string | undefined;
  /** Sessions where a provider of this kind was present; with a commune, the same provider. */
  providerKind?: EstablishmentKind | undefined;
  tag?: string | undefined;
  funder?: string | undefined;
  /** Taken over by this import. */
  batch?: string | undefined;
  /** `1` for what is still to complete. */
  incomplete?: string | undefined;
  office?: string | undefined;
  /** The list's cursor: `heldOn|id` of the last row shown. */
  after?: string | undefined;
}

/** The rows of the log in the actor's scope that the filter names; the cursor is the list's own. */
export function matchingSessions(actor: Actor, filter: SessionFilter, permission: Permission = "coaching.list"): SQL | undefined {
  const { heldOn, kind, funderId, importId, isComplete, deletedAt } = coachingSessions;
  return and(
    inOffices(officesInScope(actor, permission, filter.office)),
    isNull(deletedAt),
    filter.from ? gte(heldOn, filter.from) : undefined,
    filter.to ? lte(heldOn, filter.to) : undefined,
    filter.kind ? eq(kind, filter.kind) : undefined,
    filter.incomplete ? and(eq(isComplete, false), sql`${kind} <> 'other_work'`) : undefined,
    filter.funder ? eq(funderId, filter.funder) : undefined,
    filter.batch ? eq(importId, filter.batch) : undefined,
    ...subjectConditions(filter),
    ...peopleConditions(actor, filter, permission),
  );
}

/** One office reads its index in order; a list of them merges. */
function inOffices(owners: readonly string[]): SQL {
  const [only] = owners;
  return owners.length === 1 && only ? eq(coachingSessions.ownerId, only) : inArray(coachingSessions.ownerId, [...owners]);
}

function subjectConditions({ theme, channel, tag }: SessionFilter): (SQL | undefined)[] {
  const conditions: SQL[] = [];
  if (theme) conditions.push(theme === "none" ? isNull(coachingSessions.theme) : eq(coachingSessions.theme, theme));
  if (channel) conditions.push(channel === "none" ? isNull(coachingSessions.channel) : eq(coachingSessions.channel, channel));
  if (tag) {
    const { sessionId, tagId } = sessionTags;
    conditions.push(
      exists(
        db()
          .select()
          .from(sessionTags)
          .where(and(eq(sessionId, coachingSessions.id), eq(tagId, tag))),
      ),
    );
  }
  return conditions;
}

function peopleConditions(actor: Actor, filter: SessionFilter, permission: Permission): (SQL | undefined)[] {
  const conditions: (SQL | undefined)[] = [];
  if (filter.facilitator) conditions.push(facilitatedBy(filter.facilitator));
  if (filter.provider) conditions.push(withParticipant(eq(sessionParticipants.providerId, filter.provider)));
  if (filter.commune || filter.providerKind) conditions.push(withPresent(actor, filter, permission));
  if (filter.who) {
    const owned = inArray(providers.ownerId, ownersWhere(actor, permission));
    const found = db()
      .select({ id: providers.id })
      .from(providers)
      .where(and(owned, ...wordsOf(filter.who)));
    conditions.push(withParticipant(inArray(sessionParticipants.providerId, found)));
  }
  return conditions;
}

/** As the figures count it: someone of that kind and commune came. */
function withPresent(actor: Actor, { commune, providerKind }: SessionFilter, permission: Permission): SQL {
  const there = db()
    .select({ id: providers.id })
    .from(providers)
    .where(
      and(
        inArray(providers.ownerId, ownersWhere(actor, permission)),
        commune ? eq(providers.inseeCode, commune) : undefined,
        providerKind ? eq(providers.kind, providerKind) : undefined,
      ),
    );
  return withParticipant(and(eq(sessionParticipants.presence, "present"), inArray(sessionParticipants.providerId, there)));
}

function facilitatedBy(userId: string): SQL | undefined {
  const { sessionId } = sessionFacilitators;
  const helped = and(eq(sessionId, coachingSessions.id), eq(sessionFacilitators.userId, userId));
  return or(eq(coachingSessions.facilitatorId, userId), exists(db().select().from(sessionFacilitators).where(helped)));
}

function withParticipant(condition: SQL | undefined): SQL {
  const of = db().select({ id: sessionParticipants.sessionId }).from(sessionParticipants).where(condition);
  return inArray(coachingSessions.id, of);
}

function wordsOf(typed: string): SQL[] {
  const words = fold(typed).split(" ").filter(Boolean).slice(0, 8);
  return words.map((word) => sql`${like(providers.searchText, `%${escapeLike(word)}%`)} ESCAPE '\\'`);
}
