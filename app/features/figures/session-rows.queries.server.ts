import { and, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { sessionNames } from "~/db/session-names.server";
import { type RowsPage, rowsOnPage, type SessionSet } from "./model";
import { sessionsIn, sharedIn } from "./parts.server";
import { type FigureAsked, officesOfFigures } from "./queries.server";

const { kind, durationMinutes, preparationMinutes, travelMinutes, supports } = coachingSessions;
const isOther = sql`${kind} = 'other_work'`;
const of = (presences: SQL) =>
  sql`(SELECT count(*) FROM ${sessionParticipants} WHERE ${sessionParticipants.sessionId} = ${coachingSessions.id}
    AND ${sessionParticipants.presence} IN (${presences}))`;
/** How many of the facilitators asked took part: each counts their own time. */
const hands = (facilitator: string | undefined) =>
  sql`(SELECT count(*) FROM ${sessionFacilitators} WHERE ${sessionFacilitators.sessionId} = ${coachingSessions.id}
    ${facilitator ? sql`AND ${sessionFacilitators.userId} = ${facilitator}` : sql``})`;

/** What a session adds to the figure: people, by the shares of these offices where it was pooled, or minutes of its facilitators. */
function amountOf({ set, facilitator, ...asked }: SessionRowsAsked, owners: readonly string[]): SQL {
  const read = sharedIn(owners, asked, { ...asked, facilitator });
  const shared = (column: SQL, whole: SQL) =>
    sql`(CASE WHEN EXISTS (SELECT 1 FROM ${sessionShares} WHERE ${ofSession}) THEN
      (SELECT coalesce(sum(${column}), 0) FROM ${sessionShares} WHERE ${and(ofSession, read)}) ELSE ${whole} END)`;
  const absent = shared(sql`${sessionShares.absent}`, of(sql`'absent'`));
  const missing = shared(sql`${sessionShares.absent} + ${sessionShares.excused}`, of(sql`'absent', 'excused'`));
  const came = shared(sql`${sessionShares.supports}`, sql`${supports}`);
  const amounts: Record<SessionSet, () => SQL> = {
    shortAdvices: () => sql`(${kind} = 'individual' AND ${durationMinutes} <= ${organisations.shortAdviceMinutes})`,
    expected: () => sql`(CASE WHEN ${isOther} THEN 0 ELSE ${came} END + ${missing})`,
    absences: () => missing,
    noShow: () => absent,
    noShowIndividual: () => sql`(CASE WHEN ${kind} = 'individual' THEN ${absent} ELSE 0 END)`,
    noShowGroup: () => sql`(CASE WHEN ${kind} = 'group' THEN ${absent} ELSE 0 END)`,
    used: () => sql`((${durationMinutes} + ${preparationMinutes} + ${travelMinutes}) * ${hands(facilitator)})`,
    preparation: () => sql`(${preparationMinutes} * ${hands(facilitator)})`,
    travel: () => sql`(${travelMinutes} * ${hands(facilitator)})`,
    otherWork: () => sql`(CASE WHEN ${isOther} THEN ${durationMinutes} * ${hands(facilitator)} ELSE 0 END)`,
  };
  return amounts[set]();
}

const ofSession = eq(sessionShares.sessionId, coachingSessions.id);
/** Figures of people: an office counts its own, whoever held the session. */
const isOfPeople = (set: SessionSet) => ["expected", "absences", "noShow", "noShowIndividual", "noShowGroup"].includes(set);

export interface SessionRowsAsked extends FigureAsked, RowsPage {
  set: SessionSet;
}

/** The sessions behind a figure, each with what it adds, the last first, within those that the actor may list. */
export function listSessionRows(actor: Actor, { size = rowsOnPage, ...asked }: SessionRowsAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const amount = amountOf(asked, owners);
  const [heldOn, id] = asked.after?.split("|") ?? [];
  const isAfter =
    heldOn && id
      ? or(
          sql`${coachingSessions.heldOn} < ${heldOn}`,
          and(eq(coachingSessions.heldOn, heldOn), sql`${coachingSessions.id} < ${id}`),
        )
      : undefined;
  const rows = db()
    .select({
      id: coachingSessions.id,
      heldOn: coachingSessions.heldOn,
      otherWorkKind: coachingSessions.otherWorkKind,
      title: coachingSessions.title,
      supports,
      theme: coachingSessions.theme,
      channel: coachingSessions.channel,
      durationMinutes,
      office: organisations.name,
      isOwn: sql<number>`(${inArray(coachingSessions.ownerId, [...owners, ""])})`,
      names: sql<string>`(SELECT json_group_array(name) FROM ${sessionNames()})`,
      amount: sql<number>`${amount}`,
    })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(and(matching(actor, asked, amount), isAfter))
    .orderBy(desc(coachingSessions.heldOn), desc(coachingSessions.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size).map(({ names, ...row }) => ({ ...row, who: row.isOwn ? textsIn(names) : [] }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? `${last.heldOn}|${last.id}` : undefined };
}

/** How many rows `listSessionRows` pages through, and what they add up to. */
export function totalSessionRows(actor: Actor, asked: SessionRowsAsked): { rows: number; amount: number } {
  const amount = amountOf(asked, officesOfFigures(actor, asked.office));
  const row = db()
    .select({ rows: sql<number>`count(*)`, amount: sql<number>`coalesce(sum(${amount}), 0)` })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(matching(actor, asked, amount))
    .get();
  return row ?? { rows: 0, amount: 0 };
}

function matching(actor: Actor, asked: SessionRowsAsked, amount: SQL): SQL | undefined {
  const owners = officesOfFigures(actor, asked.office);
  const own = and(scope(actor, "coaching.list", coachingSessions), sessionsIn(owners, asked, asked));
  return and(or(own, isOfPeople(asked.set) ? elsewhere(actor, owners, asked) : undefined), sql`${amount} > 0`);
}

/** Sessions of other offices where people of these were counted. */
function elsewhere(actor: Actor, owners: readonly string[], asked: SessionRowsAsked): SQL {
  const { sessionId, organisationId } = sessionShares;
  const share = and(
    scope(actor, "coaching.list", { ownerId: organisationId }),
    ne(organisationId, coachingSessions.ownerId),
    sharedIn(owners, asked, asked),
  );
  return inArray(
    coachingSessions.id,
    db().select({ sessionId }).from(sessionShares).innerJoin(coachingSessions, eq(coachingSessions.id, sessionId)).where(share),
  );
}

function textsIn(list: string): string[] {
  return JSON.parse(list);
}
