import { and, between, desc, eq, exists, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { workshopFacilitators, workshopFeedback, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { sessionsIn } from "./facts.queries.server";
import { isNarrowed, type Narrowing, type WorkshopSet } from "./model";
import type { Period } from "./period.model";
import { type FigureAsked, officesOfFigures } from "./queries.server";

const one = sql<number>`1`;
const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`;
const ofWorkshop = (condition: SQL) =>
  sql`(SELECT count(*) FROM ${workshopRegistrations} WHERE ${workshopRegistrations.workshopId} = ${workshops.id} AND ${condition})`;

const seated = ofWorkshop(sql`${workshopRegistrations.state} = 'registered'`);
const came = sql`(${ofWorkshop(sql`${workshopRegistrations.presence} = 'present'`)} + ${workshops.headCount})`;
const ofFeedback = (condition: SQL) =>
  sql`(SELECT count(*) FROM ${workshopFeedback} WHERE ${workshopFeedback.workshopId} = ${workshops.id}
    AND ${workshopFeedback.moment} = 'end' AND ${condition})`;
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
      participants: total(came),
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
  return { held: 0, participants: 0, registered: 0, seats: 0, ...held, waiting: waiting?.waiting ?? 0 };
}

/** Opinions given at the end of the period's workshops: answers, mean usefulness (1 to 5), who would recommend, of how many asked. */
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
    .where(and(inSet(owners, asked, "held"), eq(workshopFeedback.moment, "end")))
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

/** The same, each with its provider and day, the last first; at most 200. */
export function listMissedAppointments(actor: Actor, asked: FigureAsked) {
  const missed = missedIn(officesOfFigures(actor, asked.office), asked);
  if (!missed) return [];
  return db()
    .select({ id: appointments.id, provider: providers.name, heldOn: appointments.heldOn, channel: appointments.channel })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .where(missed)
    .orderBy(desc(appointments.heldOn), desc(appointments.id))
    .limit(200)
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

const pageSize = 50;

const usefulAnswers = ofFeedback(sql`${workshopFeedback.usefulness} IS NOT NULL`);
const yeses = ofFeedback(sql`${workshopFeedback.wouldRecommend} = 1`);
/** What a workshop adds to the figure. */
const amounts: Record<WorkshopSet, SQL> = {
  held: sql`1`,
  attended: came,
  filled: sql`(CASE WHEN ${hasSeats} THEN min(${seated}, ${workshops.capacity}) ELSE 0 END)`,
  answered: usefulAnswers,
  recommended: yeses,
  waiting: waits,
};

/** What the rows of `listWorkshopRows` add up to. */
export function totalWorkshopRows(actor: Actor, asked: FigureAsked & { set: WorkshopSet }): number {
  const owners = officesOfFigures(actor, asked.office);
  const seen = and(scope(actor, "workshop.view", { ownerId: workshops.ownerId }), inSet(owners, asked, asked.set));
  return (
    db()
      .select({ amount: total(amounts[asked.set]) })
      .from(workshops)
      .where(seen)
      .get()?.amount ?? 0
  );
}

/** The workshops behind a figure, each with what it adds, the last first, within those that the actor may see; `next` is the following page's cursor. */
export function listWorkshopRows(actor: Actor, asked: FigureAsked & { set: WorkshopSet; after?: string | undefined }) {
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
      participants: sql<number>`${came}`,
      waiting: sql<number>`${waits}`,
      amount: sql<number>`${amounts[asked.set]}`,
    })
    .from(workshops)
    .where(
      and(
        scope(actor, "workshop.view", { ownerId: workshops.ownerId }),
        inSet(owners, asked, asked.set),
        sql`${amounts[asked.set]} > 0`,
        isAfter,
      ),
    )
    .orderBy(desc(workshops.heldOn), desc(workshops.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.heldOn}|${last.id}` : undefined };
}

function inSet(owners: readonly string[], asked: FigureAsked, set: WorkshopSet): SQL | undefined {
  const today = dayIn("Europe/Paris", now());
  const reachesToday = set === "waiting" && asked.to >= today;
  return and(
    inArray(workshops.ownerId, [...owners]),
    isNull(workshops.deletedAt),
    set === "waiting" ? sql`${workshops.state} NOT IN ('draft', 'cancelled')` : eq(workshops.state, "held"),
    gte(workshops.heldOn, asked.from),
    reachesToday ? undefined : lte(workshops.heldOn, asked.to),
    narrowed(owners, asked),
  );
}

/** By the session that a held workshop wrote; one to come is known by its people and its themes alone. */
function narrowed(owners: readonly string[], asked: Period & Narrowing): SQL | undefined {
  if (!isNarrowed(asked)) return undefined;
  const { facilitator, theme, kind, from, to, ...others } = asked;
  const led = and(eq(workshopFacilitators.workshopId, workshops.id), eq(workshopFacilitators.userId, facilitator ?? ""));
  const isToCome = and(
    isNull(workshops.sessionId),
    isNarrowed(others) || kind === "individual" ? sql`0` : undefined,
    theme ? sql`json_extract(${workshops.themes}, '$[0]') = ${theme}` : undefined,
    facilitator ? exists(db().select({ one }).from(workshopFacilitators).where(led)) : undefined,
  );
  const wrote = and(sessionsIn(owners, { from, to }, asked), eq(coachingSessions.id, workshops.sessionId));
  return or(isToCome, exists(db().select({ one }).from(coachingSessions).where(wrote)));
}
