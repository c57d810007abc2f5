import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import type { SessionSet } from "./model";
import { sessionsIn } from "./parts.server";
import { type FigureAsked, officesOfFigures } from "./queries.server";

const { kind, durationMinutes, preparationMinutes, travelMinutes, supports } = coachingSessions;
const isOther = sql`${kind} = 'other_work'`;
const of = (presences: SQL) =>
  sql`(SELECT count(*) FROM ${sessionParticipants} WHERE ${sessionParticipants.sessionId} = ${coachingSessions.id}
    AND ${sessionParticipants.presence} IN (${presences}))`;
/** Of a pooled session, the owner's part alone: the other offices count their own. */
const shared = (column: SQL, whole: SQL) =>
  sql`coalesce((SELECT ${column} FROM ${sessionShares} WHERE ${sessionShares.sessionId} = ${coachingSessions.id}
    AND ${sessionShares.organisationId} = ${coachingSessions.ownerId}), ${whole})`;
const absent = shared(sql`${sessionShares.absent}`, of(sql`'absent'`));
const missing = shared(sql`${sessionShares.absent} + ${sessionShares.excused}`, of(sql`'absent', 'excused'`));
const came = shared(sql`${sessionShares.supports}`, sql`${supports}`);

/** How many of the facilitators asked took part: each counts their own time. */
const hands = (facilitator: string | undefined) =>
  sql`(SELECT count(*) FROM ${sessionFacilitators} WHERE ${sessionFacilitators.sessionId} = ${coachingSessions.id}
    ${facilitator ? sql`AND ${sessionFacilitators.userId} = ${facilitator}` : sql``})`;

/** What a session adds to the figure: people, or minutes of its facilitators. */
function amountOf(set: SessionSet, facilitator: string | undefined): SQL {
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

export interface SessionRowsAsked extends FigureAsked {
  set: SessionSet;
  after?: string | undefined;
}

const pageSize = 50;

/** The sessions behind a figure, each with what it adds, the last first, within those that the actor may list. */
export function listSessionRows(actor: Actor, asked: SessionRowsAsked) {
  const amount = amountOf(asked.set, asked.facilitator);
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
      names: sql<string>`(SELECT json_group_array(coalesce(p.name, sp.name, '')) FROM session_participants sp
        LEFT JOIN providers p ON p.id = sp.provider_id WHERE sp.session_id = coaching_sessions.id)`,
      amount: sql<number>`${amount}`,
    })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(and(matching(actor, asked, amount), isAfter))
    .orderBy(desc(coachingSessions.heldOn), desc(coachingSessions.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize).map(({ names, ...row }) => ({ ...row, who: textsIn(names) }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.heldOn}|${last.id}` : undefined };
}

/** How many rows `listSessionRows` pages through, and what they add up to. */
export function totalSessionRows(actor: Actor, asked: SessionRowsAsked): { rows: number; amount: number } {
  const amount = amountOf(asked.set, asked.facilitator);
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
  return and(
    scope(actor, "coaching.list", coachingSessions),
    inArray(coachingSessions.ownerId, owners),
    sessionsIn(owners, asked, asked),
    sql`${amount} > 0`,
  );
}

function textsIn(list: string): string[] {
  return JSON.parse(list);
}
