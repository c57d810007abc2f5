import { and, between, desc, eq, exists, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { workshopFacilitators, workshopFeedback, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { todayIn } from "~/features/organisations/zone.queries.server";
import { isNarrowed, type Narrowing, type RowsPage, rowsOnPage, type WorkshopSet } from "./model";
import { narrowedIn } from "./parts.server";
import type { Period } from "./period.model";
import { type FigureAsked, officesOfFigures } from "./queries.server";

const one = sql<number>`1`;
const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`;
const ofWorkshop = (condition: SQL) =>
  sql`(SELECT count(*) FROM ${workshopRegistrations} WHERE ${workshopRegistrations.workshopId} = ${workshops.id} AND ${condition})`;

const seated = ofWorkshop(sql`${workshopRegistrations.state} = 'registered'`);
const ofFeedback = (owners: readonly string[], condition: SQL) =>
  sql`(SELECT count(*) FROM ${workshopFeedback} JOIN ${workshopRegistrations} ON ${workshopRegistrations.id} = ${workshopFeedback.registrationId}
    WHERE ${workshopFeedback.workshopId} = ${workshops.id} AND ${workshopFeedback.moment} = 'end' AND ${countedBy(owners)} AND ${condition})`;
const waits = ofWorkshop(sql`${workshopRegistrations.state} IN ('waiting', 'offered')`);
const hasSeats = sql`${workshops.capacity} IS NOT NULL`;

/**
 * Workshops of the period: held, people who came, registered over seats where seats are counted, and
 * people waiting, those of workshops to come included when the period reaches today.
 */
export function getWorkshopTotals(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const held = db()
    .select({
      held: sql<number>`count(*)`,
      registered: total(sql`CASE WHEN ${hasSeats} THEN min(${seated}, ${workshops.capacity}) END`),
      seats: total(sql`${workshops.capacity}`),
    })
    .from(workshops)
    .where(inSet(owners, asked, "held"))
    .get();
  const waiting = db()
    .select({ waiting: total(waits) })
    .from(workshops)
    .where(inSet(owners, asked, "waiting"))
    .get();
  const participants = countParticipants(owners, asked);
  return { held: 0, registered: 0, seats: 0, ...held, participants, waiting: waiting?.waiting ?? 0 };
}

/** Whose people a person of a workshop is: of the office that counts them, where it is pooled. */
const countsThem = sql`coalesce(${workshopRegistrations.organisationId}, ${workshops.ownerId})`;
const countedBy = (owners: readonly string[]): SQL => sql`${countsThem} IN ${[...owners]}`;

/** People of these offices who came, whoever held the workshop; those who are not named are its own office's. */
function countParticipants(owners: readonly string[], asked: FigureAsked): number {
  const named = db()
    .select({ count: sql<number>`count(*)` })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(and(isHeld(asked), eq(workshopRegistrations.presence, "present"), countedBy(owners)))
    .get();
  const unnamed = db()
    .select({ count: total(sql`${workshops.headCount}`) })
    .from(workshops)
    .where(inSet(owners, asked, "held"))
    .get();
  return (named?.count ?? 0) + (unnamed?.count ?? 0);
}

/** Opinions of these offices' people at the end of the period's workshops: answers, mean usefulness (1 to 5), who would recommend, of how many asked. */
export function getSatisfaction(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const row = db()
    .select({
      answers: sql<number>`count(${workshopFeedback.usefulness})`,
      usefulness: sql<number | null>`avg(${workshopFeedback.usefulness})`,
      recommend: total(sql`${workshopFeedback.wouldRecommend}`),
      asked: sql<number>`count(${workshopFeedback.wouldRecommend})`,
    })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopFeedback.registrationId))
    .where(and(isHeld(asked), countedBy(owners), eq(workshopFeedback.moment, "end")))
    .get();
  return row ?? { answers: 0, usefulness: null, recommend: 0, asked: 0 };
}

/** What was written and may be quoted, the last first; never a name. */
export function listQuotes(actor: Actor, asked: FigureAsked, limit = 4) {
  const owners = officesOfFigures(actor, asked.office);
  return db()
    .select({
      id: workshopFeedback.id,
      comment: workshopFeedback.comment,
      title: workshops.title,
      heldOn: workshops.heldOn,
      workshopId: workshops.id,
    })
    .from(workshopFeedback)
    .innerJoin(workshops, eq(workshops.id, workshopFeedback.workshopId))
    .where(and(inSet(owners, asked, "held"), eq(workshopFeedback.isQuotable, true), ne(workshopFeedback.comment, "")))
    .orderBy(desc(workshops.heldOn), desc(workshopFeedback.id))
    .limit(limit)
    .all();
}

/** Appointments of the period that nobody came to: absences of one-to-ones, which no session tells. */
export function countMissedAppointments(actor: Actor, asked: FigureAsked): number {
  const missed = missedIn(officesOfFigures(actor, asked.office), asked);
  if (!missed) return 0;
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .where(missed)
    .get();
  return row?.count ?? 0;
}

/** The same, each with its provider and day, the last first; at most 200, or as many as a file takes. */
export function listMissedAppointments(actor: Actor, asked: FigureAsked, most = 200) {
  const missed = missedIn(officesOfFigures(actor, asked.office), asked);
  if (!missed) return [];
  return db()
    .select({ id: appointments.id, provider: providers.name, heldOn: appointments.heldOn, channel: appointments.channel })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .where(missed)
    .orderBy(desc(appointments.heldOn), desc(appointments.id))
    .limit(most)
    .all();
}

function missedIn(owners: readonly string[], asked: FigureAsked): SQL | undefined {
  const { facilitator, kind, channel, providerKind, commune, ...others } = asked;
  // An appointment has neither theme, funder nor tag: under such a filter none counts.
  if (isNarrowed(others) || (kind ?? "individual") !== "individual") return undefined;
  return and(
    inArray(appointments.ownerId, [...owners]),
    eq(appointments.state, "missed"),
    between(appointments.heldOn, asked.from, asked.to),
    facilitator ? eq(appointments.facilitatorId, facilitator) : undefined,
    channel ? eq(appointments.channel, channel) : undefined,
    providerKind ? eq(providers.kind, providerKind) : undefined,
    commune ? eq(providers.inseeCode, commune) : undefined,
  );
}

/** What a workshop adds to the figure of these offices. */
const amounts: Record<WorkshopSet, (owners: readonly string[]) => SQL> = {
  held: () => sql`1`,
  attended: ownCame,
  filled: () => sql`(CASE WHEN ${hasSeats} THEN min(${seated}, ${workshops.capacity}) ELSE 0 END)`,
  answered: (owners) => ofFeedback(owners, sql`${workshopFeedback.usefulness} IS NOT NULL`),
  recommended: (owners) => ofFeedback(owners, sql`${workshopFeedback.wouldRecommend} = 1`),
  waiting: () => waits,
};
/** People count at their own office, wherever they went. */
const isOfPeople = (set: WorkshopSet) => set === "attended" || set === "answered" || set === "recommended";

/** How many rows `listWorkshopRows` pages through, and what they add up to. */
export function totalWorkshopRows(actor: Actor, asked: FigureAsked & { set: WorkshopSet }): { rows: number; amount: number } {
  const owners = officesOfFigures(actor, asked.office);
  const amount = amounts[asked.set](owners);
  const totals = { rows: total(sql`(${amount} > 0)`), amount: total(amount) };
  return (
    db()
      .select(totals)
      .from(workshops)
      .where(seenIn(actor, owners, asked))
      .get() ?? { rows: 0, amount: 0 }
  );
}

/** The workshops behind a figure, each with what it adds, the last first, within those that the actor may see; `next` is the following page's cursor. */
export function listWorkshopRows(actor: Actor, { size = rowsOnPage, ...asked }: FigureAsked & RowsPage & { set: WorkshopSet }) {
  const owners = officesOfFigures(actor, asked.office);
  const [heldOn, id] = asked.after?.split("|") ?? [];
  const isAfter = heldOn && id ? sql`(${workshops.heldOn}, ${workshops.id}) < (${heldOn}, ${id})` : undefined;
  const rows = db()
    .select({
      id: workshops.id,
      title: workshops.title,
      heldOn: workshops.heldOn,
      capacity: workshops.capacity,
      registered: sql<number>`${seated}`,
      participants: sql<number>`${ownCame(owners)}`,
      waiting: sql<number>`${waits}`,
      amount: sql<number>`${amounts[asked.set](owners)}`,
    })
    .from(workshops)
    .where(and(seenIn(actor, owners, asked), sql`${amounts[asked.set](owners)} > 0`, isAfter))
    .orderBy(desc(workshops.heldOn), desc(workshops.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? `${last.heldOn}|${last.id}` : undefined };
}

/** People of these offices who came; those who are not named are the workshop's own office's. */
function ownCame(owners: readonly string[]): SQL {
  const unnamed = sql`CASE WHEN ${inArray(workshops.ownerId, [...owners])} THEN ${workshops.headCount} ELSE 0 END`;
  return sql`(${ofWorkshop(sql`${workshopRegistrations.presence} = 'present' AND ${countedBy(owners)}`)} + ${unnamed})`;
}

/** The workshops of a set that the actor may see: their own offices', and those where people of them went. */
function seenIn(actor: Actor, owners: readonly string[], asked: FigureAsked & { set: WorkshopSet }): SQL | undefined {
  const own = and(scope(actor, "workshop.view", { ownerId: workshops.ownerId }), inSet(owners, asked, asked.set));
  if (!isOfPeople(asked.set)) return own;
  const mayCount = and(eq(organisations.id, countsThem), scope(actor, "workshop.view", { ownerId: organisations.id }));
  const went = ofWorkshop(sql`${countedBy(owners)} AND EXISTS (SELECT 1 FROM ${organisations} WHERE ${mayCount})`);
  return or(own, and(isHeld(asked), sql`${went} > 0`));
}

/** Held in the period, whoever's it was. */
const isHeld = (asked: FigureAsked): SQL | undefined =>
  and(isNull(workshops.deletedAt), eq(workshops.state, "held"), between(workshops.heldOn, asked.from, asked.to), narrowed(asked));

function inSet(owners: readonly string[], asked: FigureAsked, set: WorkshopSet): SQL | undefined {
  const today = todayIn(owners);
  const reachesToday = set === "waiting" && asked.to >= today;
  return and(
    inArray(workshops.ownerId, [...owners]),
    isNull(workshops.deletedAt),
    set === "waiting" ? sql`${workshops.state} NOT IN ('draft', 'cancelled')` : eq(workshops.state, "held"),
    gte(workshops.heldOn, asked.from),
    reachesToday ? undefined : lte(workshops.heldOn, asked.to),
    narrowed(asked),
  );
}

/** By the session that a held workshop wrote; one to come is known by its people and its themes alone. */
function narrowed(asked: Period & Narrowing): SQL | undefined {
  if (!isNarrowed(asked)) return undefined;
  const { facilitator, theme, kind, from, to, ...others } = asked;
  const led = and(eq(workshopFacilitators.workshopId, workshops.id), eq(workshopFacilitators.userId, facilitator ?? ""));
  const isToCome = and(
    isNull(workshops.sessionId),
    isNarrowed(others) || kind === "individual" ? sql`0` : undefined,
    theme ? sql`json_extract(${workshops.themes}, '$[0]') = ${theme}` : undefined,
    facilitator ? exists(db().select({ one }).from(workshopFacilitators).where(led)) : undefined,
  );
  const wrote = and(narrowedIn({ from, to }, asked), eq(coachingSessions.id, workshops.sessionId));
  return or(isToCome, exists(db().select({ one }).from(coachingSessions).where(wrote)));
}
