import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { definitionOf, type FigureKey, type FigureReading, figureKeys } from "./catalogue.model";
import { getCosts } from "./cost.queries.server";
import { type CoverageRow, listCoverage } from "./coverage.queries.server";
import { type FacilitatorHours, listFacilitatorHours } from "./hours.queries.server";
import { addOffices, maskSmall } from "./mask.model";
import { addUp, type MonthlyCounts } from "./model";
import type { Period } from "./period.model";
import { getMedianDays, getPlanTotals } from "./plans.queries.server";
import { countPresence } from "./presence.queries.server";
import { countEstablishmentsReached, type FigureAsked, listMonthlyCounts, officesOfFigures } from "./queries.server";
import { reachOf, type Values } from "./reach.server";
import { countMissedAppointments, getSatisfaction, getWorkshopTotals } from "./workshops.queries.server";

/** A period of one office, or of all in scope, with its filters; whole months read the summaries. */
export interface ReadingsAsked extends FigureAsked {
  /** The period compared with: `again` (reached in both) needs it. */
  before?: Period | undefined;
  /** The days of hours granted, and the last day for what is open and late; the period's own unless told. */
  days?: Period | undefined;
  /** What the caller has read of the same period already. */
  given?: {
    coverage?: readonly CoverageRow[];
    months?: readonly MonthlyCounts[];
    hours?: readonly FacilitatorHours[];
    plans?: ReturnType<typeof getPlanTotals>;
  };
}

type Value = Values[FigureKey] & object;

/** Beyond so many offices, what would have to be read office by office is not told to whoever sees totals alone. */
const mostOffices = 50;

/**
 * Figures by id, in the catalogue's order, in each figure's unit (`figureDefinitions`): what dashboards,
 * exports, reports and the API show. Those not asked for are not computed; those that the offices have
 * not set up (a cost of the hour) are left out. Who sees totals alone gets no count of fewer than five
 * people of an office, and totals over offices leave such an office out and say of how many they are,
 * so that no subtraction gives it away. Throws NotFoundError for an office out of sight.
 */
export function readFigures(actor: Actor, asked: ReadingsAsked, keys: readonly FigureKey[] = figureKeys): FigureReading[] {
  const owners = officesOfFigures(actor, asked.office);
  const detailed = officesInScope(actor, "dashboard.detail", asked.office);
  const all = readAll(actor, asked, keys);
  const isDetailed = owners.every((owner) => detailed.includes(owner));
  if (isDetailed) return picked(all, keys);
  if (owners.length === 1) return picked(maskSmall(all), keys);
  return picked(overOffices(actor, asked, { owners, all, keys }), keys);
}

/** One figure; undefined where the offices have not set it up. */
export function readFigure(actor: Actor, asked: ReadingsAsked, key: FigureKey): FigureReading | undefined {
  return readFigures(actor, asked, [key])[0];
}

const picked = (readings: readonly FigureReading[], keys: readonly FigureKey[]) => readings.filter(({ id }) => keys.includes(id));

function readAll(actor: Actor, asked: ReadingsAsked, keys: readonly FigureKey[]): FigureReading[] {
  const areas = new Set(keys.map((key) => definitionOf(key).area));
  const values: Values = {};
  for (const area of areas) Object.assign(values, readers[area](actor, asked));
  return readingsOf(values);
}

function readingsOf(values: Values): FigureReading[] {
  return figureKeys.flatMap((id) => {
    const value = values[id];
    return value ? [{ id, unit: definitionOf(id).unit, ...value }] : [];
  });
}

interface OverOffices {
  owners: readonly string[];
  all: readonly FigureReading[];
  keys: readonly FigureKey[];
}

/** Totals in which every office counts only where its own count may be told. */
function overOffices(actor: Actor, asked: ReadingsAsked, { owners, all, keys }: OverOffices): FigureReading[] {
  const ofPeople = all.filter(({ id }) => definitionOf(id).isOfPeople && keys.includes(id)).map(({ id }) => id);
  const byOffice = readByOffice(actor, asked, { owners, keys: ofPeople });
  return all.map((reading) => {
    if (!definitionOf(reading.id).isOfPeople) return reading;
    return addOffices(
      reading,
      byOffice.map((office) => office.find(({ id }) => id === reading.id)),
    );
  });
}

/** Each office's figures of people, masked. Providers are read once for all of them. */
function readByOffice(actor: Actor, asked: ReadingsAsked, { owners, keys }: Omit<OverOffices, "all">): FigureReading[][] {
  const coverage = keys.some((key) => definitionOf(key).area === "reach") ? coverageOf(actor, asked) : [];
  const rowsOf = rowsByOffice(coverage);
  const others = keys.filter((key) => definitionOf(key).area !== "reach" || key === "establishments");
  const isFew = owners.length <= mostOffices;
  return owners.map((office) => {
    const { given: _, ...own } = { ...asked, office };
    const reach = maskSmall(readingsOf(reachOf(rowsOf.get(office) ?? [], asked.before !== undefined)));
    return [...reach, ...(isFew ? readFigures(actor, own, others) : [])];
  });
}

/** The coverage's rows of each office. */
export function rowsByOffice(coverage: readonly CoverageRow[]): ReadonlyMap<string, CoverageRow[]> {
  const rows = new Map<string, CoverageRow[]>();
  for (const row of coverage) {
    const own = rows.get(row.ownerId);
    if (own) own.push(row);
    else rows.set(row.ownerId, [row]);
  }
  return rows;
}

const readers = {
  reach: readReach,
  sessions: readSessions,
  workshops: readWorkshops,
  plans: readPlans,
  hours: readHours,
  presence: readPresence,
  cost: readCost,
} satisfies Record<string, (actor: Actor, asked: ReadingsAsked) => Values>;

const share = (count: number, denominator: number): Value => ({
  value: denominator === 0 ? null : count / denominator,
  count,
  denominator,
});

const coverageOf = (actor: Actor, asked: ReadingsAsked) =>
  asked.given?.coverage ?? listCoverage(actor, asked, asked.before ?? asked);

function readReach(actor: Actor, asked: ReadingsAsked): Values {
  return {
    ...reachOf(coverageOf(actor, asked), asked.before !== undefined),
    establishments: { value: countEstablishmentsReached(actor, asked) },
  };
}

function readSessions(actor: Actor, asked: ReadingsAsked): Values {
  const months = asked.given?.months ?? listMonthlyCounts(actor, asked);
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
  const { created, done, open, late } = asked.given?.plans ?? getPlanTotals(actor, plans);
  return {
    actionsCreated: { value: created },
    actionsDone: { value: done },
    actionsOpen: { value: open },
    actionsLate: { value: late, denominator: open },
    actionDays: { value: getMedianDays(actor, plans, done), count: done },
  };
}

function readHours(actor: Actor, asked: ReadingsAsked): Values {
  const hours = asked.given?.hours ?? listFacilitatorHours(actor, asked, asked.days ?? asked);
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
    kilometres: { value: addUp(asked.given?.months ?? listMonthlyCounts(actor, asked)).kilometres },
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

function readCost(actor: Actor, asked: ReadingsAsked): Values {
  const costs = getCosts(actor, asked);
  if (!costs) return {};
  const { cents, supports, minutes, offices } = costs;
  const told = offices.shown === offices.all ? {} : { offices };
  return {
    costPerSupport: { value: supports === 0 ? null : cents / supports, denominator: supports, ...told },
    costPerHour: { value: minutes === 0 ? null : cents / (minutes / 60), denominator: minutes, ...told },
  };
}
