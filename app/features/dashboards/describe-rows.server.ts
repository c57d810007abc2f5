import type { Actor } from "~/access/actor";
import { countProvidersReached, listProvidersReached } from "~/features/figures/coverage.queries.server";
import type { ActionSet, Reach, WorkshopSet } from "~/features/figures/model";
import { getPlanTotals, listPlanActions } from "~/features/figures/plans.queries.server";
import { listWorkshopRows, totalWorkshopRows } from "~/features/figures/workshops.queries.server";
import { formatAgo, formatDay, formatNumber } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { daysBetween } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { filesOf } from "./files.server";
import type { RowsQuery } from "./form";
import { wholeToday } from "./model";
import { type DashboardAsked, periodOf } from "./queries.server";
import { wordedTotal } from "./words.server";

/** The providers behind a figure: a page of them, and how many in all. Throws NotFoundError where totals alone may be seen. */
export function describeProviderRows(actor: Actor, asked: DashboardAsked, query: RowsQuery & { reach: Reach }) {
  const { locale } = actor;
  const t = translator(locale);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const filter = { ...periodOf(asked, asked.days), before: wholeToday(asked.before, asked.today), reach: query.reach };
  const page = listProvidersReached(actor, { ...filter, after: query.after });
  return {
    title: t(`dashboard:rows.providers.${query.reach}`),
    context: wordedTotal(locale, asked, countProvidersReached(actor, filter)),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      to: paths.provider(row.id),
      cells: [
        t(`kinds:${row.kind}`),
        row.commune ?? "",
        formatNumber(locale, row.sessions),
        formatNumber(locale, row.supports),
        row.lastSupportOn ? formatAgo(locale, daysBetween(asked.today, row.lastSupportOn)) : t("common:never"),
      ],
    })),
    next: page.next ? paths.dashboardProviders({ ...query, after: page.next }) : undefined,
    files: filesOf("providers", query),
  };
}

/** The plan actions behind a figure: a page of them, and how many in all. Throws NotFoundError where totals alone may be seen. */
export function describeActionRows(actor: Actor, asked: DashboardAsked, query: RowsQuery & { set: ActionSet }) {
  const { locale } = actor;
  const t = translator(locale);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const filter = { ...periodOf(asked, asked.days), asOf: asked.days.to, set: query.set };
  const page = listPlanActions(actor, { ...filter, after: query.after });
  return {
    title: t(`dashboard:rows.actions.${query.set}`),
    context: wordedTotal(locale, asked, getPlanTotals(actor, filter)[query.set]),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.title,
      to: paths.provider(row.providerId),
      cells: [row.provider, t(`providers:page.states.${row.state}`), formatDay(locale, row.doneOn ?? row.dueOn)],
    })),
    next: page.next ? paths.dashboardActions({ ...query, after: page.next }) : undefined,
    files: filesOf("actions", query),
  };
}

/** The workshops behind a figure, with what each adds to it. Throws NotFoundError where totals alone may be seen. */
export function describeWorkshopRows(actor: Actor, asked: DashboardAsked, query: RowsQuery & { set: WorkshopSet }) {
  const { locale } = actor;
  const t = translator(locale);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const filter = { ...periodOf(asked, asked.days), set: query.set };
  const page = listWorkshopRows(actor, { ...filter, after: query.after });
  const number = (value: number | null) => (value === null ? "–" : formatNumber(locale, value));
  return {
    title: t(`dashboard:rows.workshops.${query.set}`),
    context: wordedTotal(locale, asked, totalWorkshopRows(actor, filter).amount),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.title,
      to: paths.workshop(row.id),
      cells: [
        formatDay(locale, row.heldOn),
        number(row.registered),
        number(row.capacity),
        number(row.participants),
        number(row.waiting),
      ],
    })),
    next: page.next ? paths.dashboardWorkshops({ ...query, after: page.next }) : undefined,
    files: filesOf("workshops", query),
  };
}
