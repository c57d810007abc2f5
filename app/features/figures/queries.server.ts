import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { NotFoundError } from "~/lib/errors";
import {
  countEstablishmentsFromFacts,
  facilitatorsFromFacts,
  monthlyFromFacts,
  officesFromFacts,
  reachedFromFacts,
  themeMonthsFromFacts,
  topicsFromFacts,
} from "./facts.queries.server";
import { addUp, isNarrowed, type MonthlyCounts, type Narrowing } from "./model";
import { cutIntoMonths, type Period } from "./period.model";
import {
  facilitatorsFromSummaries,
  monthlyFromSummaries,
  officesFromSummaries,
  reachedFromSummaries,
  themeMonthsFromSummaries,
  topicsFromSummaries,
} from "./summaries.queries.server";

/** A period of one office, or of all in the actor's scope, narrowed or not. */
export interface FigureAsked extends Period, Narrowing {
  office?: string | undefined;
}

interface Part<T> {
  summaries: (owners: readonly string[], months: Period) => T;
  facts: (owners: readonly string[], days: Period, narrowing: Narrowing) => T;
}

/** The offices whose figures are asked; throws NotFoundError for one out of sight. */
export function officesOfFigures(actor: Actor, office: string | undefined): string[] {
  const owners = officesInScope(actor, "dashboard.view", office);
  if (office !== undefined && owners.length === 0) throw new NotFoundError("office");
  return owners;
}

/** Counts by month and kind of the period (design §2); a month without a session has no row. */
export function listMonthlyCounts(actor: Actor, asked: FigureAsked): MonthlyCounts[] {
  return read<MonthlyCounts[]>(actor, asked, { summaries: monthlyFromSummaries, facts: monthlyFromFacts }).flat();
}

/** Sessions, short advices, supports and contact minutes of the period; other work left out. */
export function getCoachingTotals(actor: Actor, asked: FigureAsked) {
  const { sessions, shortAdvices, supports, minutes } = addUp(listMonthlyCounts(actor, asked));
  return { sessions, shortAdvices, supports, minutes };
}

/** Sessions, supports and minutes by theme and channel, the empty text for none; a pair may come twice: add them up. */
export function listTopicCounts(actor: Actor, asked: FigureAsked) {
  return read(actor, asked, { summaries: topicsFromSummaries, facts: topicsFromFacts }).flat();
}

/** Sessions by month and theme, the empty text for none; a pair may come twice: add them up. */
export function listThemeMonths(actor: Actor, asked: FigureAsked) {
  return read(actor, asked, { summaries: themeMonthsFromSummaries, facts: themeMonthsFromFacts }).flat();
}

/** Each facilitator's sessions and minutes; a person may come twice: add them up. */
export function listFacilitatorMinutes(actor: Actor, asked: FigureAsked) {
  return read(actor, asked, { summaries: facilitatorsFromSummaries, facts: facilitatorsFromFacts }).flat();
}

/** Sessions, supports and contact minutes by office; an office may come twice: add them up. */
export function listOfficeCounts(actor: Actor, asked: FigureAsked) {
  return read(actor, asked, { summaries: officesFromSummaries, facts: officesFromFacts }).flat();
}

/** Distinct establishments ticked in the period's sessions where their provider was present. */
export function countEstablishmentsReached(actor: Actor, asked: FigureAsked): number {
  return countEstablishmentsFromFacts(officesOfFigures(actor, asked.office), asked, asked);
}

/** Providers with a support in the period, as `(provider_id, supports, sessions)` of the offices given. */
export function reachedIn(owners: readonly string[], asked: Period & Narrowing): SQL {
  const parts = readParts(owners, asked, { summaries: reachedFromSummaries, facts: reachedFromFacts });
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return sql`SELECT provider_id, sum(supports) AS supports, sum(sessions) AS sessions
    FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY provider_id`;
}

function read<T>(actor: Actor, asked: FigureAsked, part: Part<T>): T[] {
  return readParts(officesOfFigures(actor, asked.office), asked, part);
}

/** Whole months of whole offices come from the summaries, all else from the facts. */
function readParts<T>(owners: readonly string[], asked: Period & Narrowing, { summaries, facts }: Part<T>): T[] {
  if (isNarrowed(asked)) return [facts(owners, asked, asked)];
  const { months, days } = cutIntoMonths(asked);
  const whole = months ? [summaries(owners, months)] : [];
  return [...whole, ...days.map((part) => facts(owners, part, {}))];
}
