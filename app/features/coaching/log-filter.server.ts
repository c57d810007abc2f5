import {
  and,
  type Column,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lte,
  notInArray,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionShares, sessionTags } from "~/db/schema/coaching.server";
import type { EstablishmentKind, SessionChannel, SessionKind } from "~/lib/vocabulary";
import { withGuests, withOwnPeople } from "./log-people.server";
import type { Holder } from "./log-query";
import { elsewhereOf, hasElsewhere, holding } from "./shared.queries.server";

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
  /** Sessions of these offices alone, or those alone that others held with people of theirs. */
  held?: Holder | undefined;
  /** The list's cursor: `heldOn|id` of the last row shown. */
  after?: string | undefined;
}

/** Whether nothing narrows the log but its office; the cursor narrows no total. */
export function isUnfiltered({ after: _cursor, office: _office, ...rest }: SessionFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

/**
 * The rows of the log in the actor's scope that the filter names: the offices' own sessions, and those of
 * others where people of theirs were counted. The cursor is the list's own.
 */
export function matchingSessions(actor: Actor, filter: SessionFilter, permission: Permission = "coaching.list"): SQL | undefined {
  const { heldOn, kind, funderId, importId, isComplete, deletedAt } = coachingSessions;
  return and(
    heldBy(actor, filter, permission),
    isNull(deletedAt),
    filter.from ? gte(heldOn, filter.from) : undefined,
    filter.to ? lte(heldOn, filter.to) : undefined,
    filter.kind ? eq(kind, filter.kind) : undefined,
    filter.incomplete ? and(eq(isComplete, false), sql`${kind} <> 'other_work'`) : undefined,
    filter.funder ? eq(funderId, filter.funder) : undefined,
    filter.batch ? eq(importId, filter.batch) : undefined,
    filter.facilitator ? facilitatedBy(filter.facilitator) : undefined,
    ...subjectConditions(filter),
  );
}

/** Held by these offices with the people asked for, or by others with people of theirs. */
function heldBy(actor: Actor, filter: SessionFilter, permission: Permission): SQL | undefined {
  const owners = officesInScope(actor, permission, filter.office);
  const own = and(inOffices(owners), withOwnPeople(actor, filter, permission));
  const isOwnAlone = filter.held === "own" || filter.incomplete || filter.batch;
  if (isOwnAlone || !hasElsewhere(owners)) return filter.held === "elsewhere" ? sql`0` : own;
  const elsewhere = inArray(
    coachingSessions.id,
    db()
      .select({ id: sessionShares.sessionId })
      .from(sessionShares)
      .innerJoin(holding, eq(holding.id, sessionShares.sessionId))
      .where(and(elsewhereOf(owners), withGuests(actor, filter, permission))),
  );
  return filter.held === "elsewhere" ? and(notInArray(coachingSessions.ownerId, owners), elsewhere) : or(own, elsewhere);
}

/** One office reads its index in order; a list of them merges. */
function inOffices(owners: readonly string[]): SQL {
  const [only] = owners;
  return owners.length === 1 && only ? eq(coachingSessions.ownerId, only) : inArray(coachingSessions.ownerId, [...owners]);
}

/** « À préciser »: other work has neither theme nor channel to tell. */
const leftOut = (column: Column): SQL => sql`${isNull(column)} AND ${coachingSessions.kind} <> 'other_work'`;

function subjectConditions({ theme, channel, tag }: SessionFilter): (SQL | undefined)[] {
  const conditions: SQL[] = [];
  if (theme) conditions.push(theme === "none" ? leftOut(coachingSessions.theme) : eq(coachingSessions.theme, theme));
  if (channel) conditions.push(channel === "none" ? leftOut(coachingSessions.channel) : eq(coachingSessions.channel, channel));
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

/** Led or helped by this person. */
export function facilitatedBy(userId: string | Placeholder): SQL | undefined {
  const { sessionId } = sessionFacilitators;
  const helped = and(eq(sessionId, coachingSessions.id), eq(sessionFacilitators.userId, userId));
  return or(eq(coachingSessions.facilitatorId, userId), exists(db().select().from(sessionFacilitators).where(helped)));
}
