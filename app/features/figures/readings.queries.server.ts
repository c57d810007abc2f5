import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { definitionOf, type FigureKey, type FigureReading, figureKeys } from "./catalogue.model";
import { listCoverage } from "./coverage.queries.server";
import { listFacilitatorHours } from "./hours.queries.server";
import { maskSmall } from "./mask.model";
import { addUp, type MonthlyCounts } from "./model";
import type { Period } from "./period.model";
import { getMedianDays, getPlanTotals } from "./plans.queries.server";
import { countPresence } from "./presence.queries.server";
import { countEstablishmentsReached, type FigureAsked, listMonthlyCounts, officesOfFigures } from "./queries.server";
import { countMissedAppointments, getSatisfaction, getWorkshopTotals } from "./workshops.queries.server";

/** A period of one office, or of all in scope, with its filters; whole months read the summaries. */
export interface ReadingsAsked extends FigureAsked {
  /** The period compared with: `again` (reached in both) needs it. */
  before?: Period | undefined;
  /** The days of hours granted, and the last day for what is open and late; the period's own unless told. */
  days?: Period | undefined;
}

type Value = Omit<FigureReading, "id" | "unit">;
type Values = Partial<Record<FigureKey, Value>>;

/**
 * Figures by id, in the catalogue's order, in each figure's unit (`figureDefinitions`): what dashboards,
 * exports, reports and the API show. Those not asked for are not computed; those that the offices have
 * not set up (a cost of the hour) are left out. Who sees totals alone gets no count of fewer than five
 * people. Throws NotFoundError for an office out of sight.
 */
export function readFigures(actor: Actor, asked: ReadingsAsked, keys: readonly FigureKey[] = figureKeys): FigureReading[] {
  const owners = officesOfFigures(actor, asked.office);
  const areas = new Set(keys.map((key) => definitionOf(key).area));
  const values: Values = {};
  for (const area of areas) Object.assign(values, readers[area](actor, asked));
  const all = figureKeys.flatMap((id) => {
    const value = values[id];
    return value ? [{ id, unit: definitionOf(id).unit, ...value }] : [];
  });
  const detailed = officesInScope(actor, "dashboard.detail", asked.office);
  const isDetailed = owners.every((owner) => detailed.includes(owner));
  return (isDetailed ? all : maskSmall(all)).filter(({ id }) => keys.includes(id));
}

/** One figure; undefined where the offices have not set it up. */
export function readFigure(actor: Actor, asked: ReadingsAsked, key: FigureKey): FigureReading | undefined {
  return readFigures(actor, asked, [key])[0];
}

const readers = {
  reach: readReach,
  sessions: readSessions,
  workshops: readWorkshops,
  plans: readPlans,
  hours: readHours,
  presence: readPresence,
  cost: () => ({}),
} satisfies Record<string, (actor: Actor, asked: ReadingsAsked) => Values>;

const share = (count: number, denominator: number): Value => ({
  value: denominator === 0 ? null : count / denominator,
  count,
  denominator,
});

function readReach(actor: Actor, asked: ReadingsAsked): Values {
  const { before = asked } = asked;
  const rows = listCoverage(actor, asked, before);
  const sum = (key: "known" | "reached" | "newProviders" | "again" | "never" | "longSince") =>
    rows.reduce((total, row) => total + row[key], 0);
  const [known, reached, newProviders] = [sum("known"), sum("reached"), sum("newProviders")];
  return {
    known: { value: known },
    reached: { value: reached, denominator: known },
    newProviders: { value: newProviders, denominator: reached },
    followed: { value: reached - newProviders, denominator: reached },
    ...(asked.before ? { again: { value: sum("again"), denominator: reached } } : {}),
    establishments: { value: countEstablishmentsReached(actor, asked) },
    never: { value: sum("never"), denominator: known },
    longSince: { value: sum("longSince"), denominator: known },
  };
}

function readSessions(actor: Actor, asked: ReadingsAsked): Values {
  const months = listMonthlyCounts(actor, asked);
  const totals = addUp(months);
  const missed = countMissedAppointments(actor, asked);
  const expected = totals.supports + totals.excused + totals.absent + missed;
  const noShowOf = (kind: MonthlyCounts["kind"], extra: number) => {
    const one = addUp(months.filter((row) => row.kind === kind));
    return share(one.absent + extra, one.supports + one.excused + one.absent + extra);
  };
  return {
    sessions: { value: totals.sessions },
    shortAdvices: { value: totals.shortAdvices, denominator: totals.sessions },
    supports: { value: totals.supports },
    contact: { value: totals.minutes },
    expected: { value: expected },
    absences: { value: totals.excused + totals.absent + missed, denominator: expected },
    noShow: share(totals.absent + missed, expected),
    noShowIndividual: noShowOf("individual", missed),
    noShowGroup: noShowOf("group", 0),
  };
}

function readWorkshops(actor: Actor, asked: ReadingsAsked): Values {
  const { held, participants, registered, seats, waiting } = getWorkshopTotals(actor, asked);
  const opinions = getSatisfaction(actor, asked);
  return {
    workshopsHeld: { value: held },
    participants: { value: participants },
    fillRate: share(registered, seats),
    waiting: { value: waiting },
    satisfaction: { value: opinions.usefulness, count: opinions.answers, denominator: participants },
    recommend: share(opinions.recommend, opinions.asked),
  };
}

function readPlans(actor: Actor, asked: ReadingsAsked): Values {
  const plans = { ...asked, asOf: asked.days?.to ?? asked.to };
  const { created, done, open, late } = getPlanTotals(actor, plans);
  return {
    actionsCreated: { value: created },
    actionsDone: { value: done },
    actionsOpen: { value: open },
    actionsLate: { value: late, denominator: open },
    actionDays: { value: getMedianDays(actor, plans, done), count: done },
  };
}

function readHours(actor: Actor, asked: ReadingsAsked): Values {
  const hours = listFacilitatorHours(actor, asked, asked.days ?? asked);
  const sum = (key: "used" | "preparation" | "travel" | "otherWork" | "granted") =>
    hours.reduce((total, one) => total + one[key], 0);
  const used = sum("used");
  const part = (key: "preparation" | "travel" | "otherWork") => ({ value: sum(key), denominator: used });
  return {
    used: { value: used, denominator: sum("granted") },
    preparation: part("preparation"),
    travel: part("travel"),
    otherWork: part("otherWork"),
    granted: { value: sum("granted") },
    kilometres: { value: addUp(listMonthlyCounts(actor, asked)).kilometres },
  };
}

function readPresence(actor: Actor, asked: ReadingsAsked): Values {
  const counts = countPresence(actor, asked);
  return {
    ownSite: { ...share(counts.ownSite, counts.known), unknown: counts.noSiteNoted },
    https: share(counts.https, counts.ownSite),
    onlineBooking: { ...share(counts.onlineBooking, counts.known), unknown: counts.noBookingNoted },
    googleProfile: { ...share(counts.googleProfile, counts.known), unknown: counts.noProfileNoted },
  };
}
