import type { Actor } from "~/access/actor";
import { translator } from "~/i18n/translate";
import { describeMonths, describeOffices, describeTopics } from "./describe-charts.server";
import { describeCoverage, drawCoverage } from "./describe-coverage.server";
import { describeHours } from "./describe-hours.server";
import type { DashboardAsked, DashboardData } from "./queries.server";
import { type Words, wordedDay, wordedPeriod, wordsFor } from "./words.server";

export interface Figure {
  label: string;
  value: string;
  /** Comparison and denominator, in words. */
  notes: string[];
  /** The rows behind it. */
  to: string | undefined;
}

/** The dashboard in words: every text formatted, every figure with its comparison, its denominator and its rows. */
export function describeDashboard(actor: Actor, asked: DashboardAsked, data: DashboardData) {
  const words = wordsFor(actor, asked, data);
  return {
    isEmpty: data.totals.sessions === 0 && data.totals.otherMinutes === 0,
    ...describePeriod(actor, asked),
    sentence: sentenceOf(asked, data, words),
    reach: {
      figures: reachFigures(data, words),
      help: words.help(["reached", "newProviders", "followed", "establishments", "known"]),
    },
    sessions: {
      figures: sessionFigures(data, words),
      help: words.help(["sessions", "supports", "shortAdvices", "contact", "absences"]),
    },
    plans: {
      figures: planFigures(data, words),
      help: words.help(["actionsCreated", "actionsDone", "actionsOpen", "actionsLate"]),
    },
    hours: describeHours(asked, data, words),
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

/** « Depuis janvier, 128 prestataires accompagnés sur 312 connus, 41 %. » */
function sentenceOf({ days }: DashboardAsked, data: DashboardData, words: Words): string {
  const { t, number } = words;
  const { known, reached } = coverageTotals(data);
  return t("dashboard:sentence", {
    period: t(`dashboard:since.${days.period}`, {
      year: days.from.slice(0, 4),
      from: words.day(days.from),
      to: words.day(days.to),
    }),
    reached: t("dashboard:reached", { count: reached, number: number(reached) }),
    known: t("dashboard:known", { count: known, number: number(known) }),
    share: words.share(reached, known),
  });
}

export function coverageTotals(data: DashboardData) {
  const sum = (key: "known" | "reached" | "reachedBefore" | "newProviders" | "never") =>
    data.coverage.reduce((total, row) => total + row[key], 0);
  return {
    known: sum("known"),
    reached: sum("reached"),
    reachedBefore: sum("reachedBefore"),
    newProviders: sum("newProviders"),
    never: sum("never"),
  };
}

function reachFigures(data: DashboardData, words: Words): Figure[] {
  const { t, number, share } = words;
  const { known, reached, reachedBefore, newProviders } = coverageTotals(data);
  const followed = reached - newProviders;
  return [
    {
      label: words.name("reached"),
      value: number(reached),
      notes: [
        t("dashboard:of.known", { number: number(known), share: share(reached, known) }),
        words.compared("reached", reached, reachedBefore),
      ],
      to: words.providers("reached"),
    },
    {
      label: words.name("newProviders"),
      value: number(newProviders),
      notes: [t("dashboard:of.reached", { share: share(newProviders, reached) })],
      to: words.providers("newProviders"),
    },
    {
      label: words.name("followed"),
      value: number(followed),
      notes: [t("dashboard:of.reached", { share: share(followed, reached) })],
      to: words.providers("followed"),
    },
    ...(data.establishments > 0
      ? [{ label: words.name("establishments"), value: number(data.establishments), notes: [], to: words.providers("reached") }]
      : []),
  ];
}

function sessionFigures({ totals, totalsBefore }: DashboardData, words: Words): Figure[] {
  const { t, number, share } = words;
  const missing = totals.excused + totals.absent;
  const expected = totals.supports + missing;
  const to = words.sessions();
  const plain = (key: "sessions" | "supports" | "contact", value: number, before: number): Figure => ({
    label: words.name(key),
    value: words.worded(key, value),
    notes: [words.compared(key, value, before)],
    to,
  });
  return [
    plain("sessions", totals.sessions, totalsBefore.sessions),
    {
      label: words.name("shortAdvices"),
      value: number(totals.shortAdvices),
      notes: [t("dashboard:of.sessions", { share: share(totals.shortAdvices, totals.sessions) })],
      to,
    },
    plain("supports", totals.supports, totalsBefore.supports),
    plain("contact", totals.minutes, totalsBefore.minutes),
    {
      label: words.name("absences"),
      value: number(missing),
      notes: [
        t("dashboard:of.expected", { number: number(expected), share: share(missing, expected) }),
        t("dashboard:absenceNote", { excused: number(totals.excused), absent: number(totals.absent) }),
      ],
      to,
    },
  ];
}

function planFigures({ plans }: DashboardData, words: Words): Figure[] {
  const { t, number } = words;
  return [
    {
      label: words.name("actionsCreated"),
      value: number(plans.created),
      notes: [words.compared("actionsCreated", plans.created, plans.createdBefore)],
      to: words.actions("created"),
    },
    {
      label: words.name("actionsDone"),
      value: number(plans.done),
      notes: [words.compared("actionsDone", plans.done, plans.doneBefore)],
      to: words.actions("done"),
    },
    { label: words.name("actionsOpen"), value: number(plans.open), notes: [], to: words.actions("open") },
    {
      label: words.name("actionsLate"),
      value: number(plans.late),
      notes: [t("dashboard:of.actionsOpen", { number: number(plans.open) })],
      to: words.actions("late"),
    },
  ];
}
