import type { Actor } from "~/access/actor";
import { sessionLine } from "~/features/coaching/lines";
import { listEstablishmentsReached } from "~/features/figures/establishments.queries.server";
import type { SessionSet } from "~/features/figures/model";
import { countEstablishmentsReached } from "~/features/figures/queries.server";
import { listSessionRows, totalSessionRows } from "~/features/figures/session-rows.queries.server";
import { countMissedAppointments, listMissedAppointments } from "~/features/figures/workshops.queries.server";
import { formatDay, formatDuration, formatHours, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { filesOf } from "./files.server";
import type { RowsQuery } from "./form";
import { type DashboardAsked, periodOf } from "./queries.server";
import { wordedPeriod, wordedTotal } from "./words.server";

export const inMinutes: ReadonlySet<SessionSet> = new Set(["used", "preparation", "travel", "otherWork"]);
/** Nobody came to an appointment: no session tells it, so it stands among the rows by itself. */
export const withMissed: ReadonlySet<SessionSet> = new Set(["expected", "absences", "noShow", "noShowIndividual"]);

/** The sessions behind a figure, each with what it adds to it. Throws NotFoundError where totals alone may be seen. */
export function describeCountedRows(actor: Actor, asked: DashboardAsked, query: RowsQuery & { set: SessionSet }) {
  const { locale } = actor;
  const t = translator(locale);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const { set } = query;
  const period = periodOf(asked, asked.days);
  const page = listSessionRows(actor, { ...period, set, after: query.after });
  const missed = withMissed.has(set) ? countMissedAppointments(actor, period) : 0;
  const total = totalSessionRows(actor, { ...period, set });
  const amount = (value: number) => (inMinutes.has(set) ? formatDuration(value) : formatNumber(locale, value));
  const said = total.amount + missed;
  const sum = inMinutes.has(set)
    ? t("series:rows.hours", { hours: formatHours(locale, said) })
    : t("dashboard:rows.count", { count: said, number: formatNumber(locale, said) });
  const first = query.after === undefined && missed > 0 ? missedRows(actor, asked) : [];
  return {
    title: t(`series:rows.titles.${set}`),
    context: `${sum} · ${wordedPeriod(locale, asked.days)}`,
    rows: [
      ...first,
      ...page.rows.map((row) => {
        const { line, name } = nameSession(locale, row);
        const to = row.otherWorkKind ? paths.editOtherWork(row.id) : line.to;
        return { id: row.id, name, to, cells: [line.day, line.theme, line.channel, amount(row.amount)] };
      }),
    ],
    next: page.next ? paths.dashboardCounted({ ...query, after: page.next }) : undefined,
    files: filesOf("counted", query),
  };
}

/** A session's line, and its name: another office's says whose it is. */
export function nameSession(locale: Locale, row: ReturnType<typeof listSessionRows>["rows"][number]) {
  const line = sessionLine(locale, { ...row, facilitator: "", isComplete: true });
  const name = row.isOwn ? line.who : translator(locale)("series:rows.heldBy", { title: line.who, office: row.office });
  return { line, name };
}

function missedRows(actor: Actor, asked: DashboardAsked) {
  const { locale } = actor;
  const t = translator(locale);
  return listMissedAppointments(actor, periodOf(asked, asked.days)).map((row) => ({
    id: row.id,
    name: row.provider,
    to: paths.appointment(row.id),
    cells: [
      formatDay(locale, row.heldOn),
      t("series:rows.missed"),
      t(`coaching:channels.${row.channel}`),
      formatNumber(locale, 1),
    ],
  }));
}

/** The establishments behind their figure. Throws NotFoundError where totals alone may be seen. */
export function describeEstablishmentRows(actor: Actor, asked: DashboardAsked, query: RowsQuery) {
  const { locale } = actor;
  const t = translator(locale);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const period = periodOf(asked, asked.days);
  const page = listEstablishmentsReached(actor, { ...period, after: query.after });
  return {
    title: t("figures:names.establishments"),
    context: wordedTotal(locale, asked, countEstablishmentsReached(actor, period)),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      to: paths.provider(row.providerId),
      cells: [t(`kinds:${row.kind}`), row.commune ?? "", row.provider, formatNumber(locale, row.sessions)],
    })),
    next: page.next ? paths.dashboardEstablishments({ ...query, after: page.next }) : undefined,
    files: filesOf("establishments", query),
  };
}
