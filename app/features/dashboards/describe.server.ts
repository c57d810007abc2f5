import type { Actor } from "~/access/actor";
import type { FigureKey } from "~/features/figures/catalogue.model";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { describeMonths, describeOffices, describeTopics } from "./describe-charts.server";
import { describeCoverage, drawCoverage } from "./describe-coverage.server";
import { describeFigures } from "./describe-figures.server";
import { describeHours } from "./describe-hours.server";
import { describeSeries } from "./describe-series.server";
import type { DashboardAsked, DashboardData } from "./queries.server";
import { readSeries, type Series } from "./series.queries.server";
import { type Words, wordedDay, wordedOffices, wordedPeriod, wordsFor } from "./words.server";

export interface Figure {
  id: FigureKey;
  label: string;
  value: string;
  /** Comparison and denominator, in words. */
  notes: string[];
  /** The rows behind it. */
  to: string | undefined;
}

/**
 * The dashboard in words: every text formatted, every figure with its comparison, its denominator and its rows.
 * Its series are read here, but for who has read them before.
 */
export function describeDashboard(actor: Actor, asked: DashboardAsked, data: DashboardData & { series?: Series }) {
  const words = wordsFor(actor, asked, data);
  return {
    isEmpty: data.totals.sessions === 0 && data.totals.otherMinutes === 0,
    ...describePeriod(actor, asked),
    sentence: sentenceOf(asked, data, words),
    ...describeBlocks(data, words),
    quotes: describeQuotes(actor, data),
    hours: describeHours(asked, data, words),
    series: describeSeries(asked, data.series ?? readSeries(actor, asked), words),
    months: describeMonths(asked, data, words),
    topics: describeTopics(data, words),
    coverage: { ...describeCoverage(asked, data, words), drawn: drawCoverage(actor, asked, { data, words }) },
    offices: describeOffices(data, words),
  };
}

function describePeriod({ locale }: Actor, { days, before }: DashboardAsked) {
  const isOneYear = before.from.slice(0, 4) === before.to.slice(0, 4);
  const compared = { from: wordedDay(locale, before.from, isOneYear), to: wordedDay(locale, before.to) };
  return { period: wordedPeriod(locale, days), comparedWith: translator(locale)("dashboard:comparedWith", compared) };
}

/** The figures of each block, in the order of reading, with what they count. */
export const blocks = {
  reach: ["reached", "reachedInScope", "newProviders", "followed", "again", "establishments"],
  sessions: ["sessions", "shortAdvices", "supports", "contact", "absences", "noShow"],
  workshops: ["workshopsHeld", "participants", "fillRate", "noShowGroup", "waiting", "satisfaction", "recommend"],
  plans: ["actionsCreated", "actionsDone", "actionsOpen", "actionsLate", "actionDays"],
  cost: ["costPerSupport", "costPerHour"],
  presence: ["ownSite", "https", "onlineBooking", "googleProfile"],
} as const satisfies Record<string, readonly FigureKey[]>;

function describeBlocks(data: DashboardData, words: Words) {
  const block = (keys: readonly FigureKey[]) => ({ figures: describeFigures(keys, data, words), help: words.help(keys) });
  return {
    reach: block(blocks.reach),
    sessions: block(blocks.sessions),
    workshops: block(blocks.workshops),
    plans: block(blocks.plans),
    cost: block(blocks.cost),
    presence: block(blocks.presence),
  };
}

/** What was written after workshops, by people who let it be quoted; no name. */
function describeQuotes({ locale }: Actor, data: DashboardData) {
  return data.quotes.map(({ id, comment, title, heldOn, workshopId }) => ({
    id,
    comment,
    source: `${title}, ${wordedDay(locale, heldOn)}`,
    to: paths.workshop(workshopId),
  }));
}

/** « Depuis janvier, 128 prestataires accompagnés sur 312 connus, 41 %. » */
function sentenceOf({ days }: DashboardAsked, data: DashboardData, words: Words): string {
  const { t, number } = words;
  const period = words.spoken(days);
  const reading = data.figures.find(({ id }) => id === "reached");
  if (!reading || reading.value === null) return t("dashboard:sentenceMasked", { period });
  const { value: reached, denominator: known = 0, offices } = reading;
  const sentence =
    known === 0
      ? t("dashboard:sentenceNone", { period })
      : t("dashboard:sentence", {
          period,
          reached: t("dashboard:reached", { count: reached, number: number(reached) }),
          known: t("dashboard:known", { count: known, number: number(known) }),
          share: words.share(reached, known),
        });
  return offices ? `${sentence} ${t("dashboard:onOffices", { offices: wordedOffices(offices, words) })}` : sentence;
}
